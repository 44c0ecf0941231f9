using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Azure.Data.Tables;

namespace MarketPulse.Storage;

/// <summary>
/// A record ↔ a table entity, a column a property. Scalars keep their table types, so that the portal can filter on them;
/// lists become JSON text; null is an absent column.
/// </summary>
public static class EntityCodec
{
    public static TableEntity ToEntity<T>(string partition, string row, T value)
    {
        var entity = new TableEntity(partition, row);
        foreach (var (column, property) in Columns<T>.All)
        {
            if (property.Get!(value!) is { } content)
            {
                entity[column] = content switch
                {
                    string or int or long or double or bool => content,
                    DateTimeOffset instant => instant.ToUniversalTime(),
                    DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    Enum => JsonSerializer
                        .SerializeToNode(content, property.PropertyType, Json.Compact)!
                        .GetValue<string>(),
                    _ => JsonSerializer.Serialize(content, property.PropertyType, Json.Compact),
                };
            }
        }

        return entity;
    }

    /// <exception cref="RottenRowException">The row doesn't hold what its table's rows hold; the message names the row and the column.</exception>
    public static T FromEntity<T>(TableEntity entity)
    {
        var json = new JsonObject();
        var column = "";
        try
        {
            foreach (var (name, property) in Columns<T>.All)
            {
                column = name;
                if (entity.TryGetValue(column, out var content))
                {
                    json[property.Name] = Node(content, property.PropertyType);
                }
                // A column that rows of an earlier version lack has its parameter's default; others need a value, or null.
                else if (property.AssociatedParameter is not { HasDefaultValue: true })
                {
                    json[property.Name] = null;
                }
            }

            column = "";
            return json.Deserialize<T>(Json.Compact)!;
        }
        catch (Exception error)
            when (error
                    is JsonException
                        or ArgumentException
                        or InvalidOperationException
                        or FormatException
            )
        {
            throw new RottenRowException(entity.PartitionKey, entity.RowKey, column, error);
        }
    }

    private static JsonNode? Node(object? content, Type type) =>
        content switch
        {
            null => null,
            double number => JsonValue.Create(number),
            int number => JsonValue.Create(number),
            long number => JsonValue.Create(number),
            bool flag => JsonValue.Create(flag),
            DateTimeOffset instant => JsonValue.Create(instant),
            string text when IsText(type) => JsonValue.Create(text),
            string text => JsonNode.Parse(text),
            _ => throw new FormatException(
                $"a {content.GetType().Name} where a {type.Name} belongs"
            ),
        };

    private static bool IsText(Type type)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        return bare == typeof(string) || bare == typeof(DateOnly) || bare.IsEnum;
    }

    /// <summary>A record's columns, found once: every row that is read or written goes through them.</summary>
    private static class Columns<T>
    {
        public static readonly IReadOnlyList<(string Name, JsonPropertyInfo Property)> All =
        [
            .. Json
                .Compact.GetTypeInfo(typeof(T))
                .Properties.Where(p => p.Get is not null && p.AssociatedParameter is not null)
                .Select(p => (char.ToUpperInvariant(p.Name[0]) + p.Name[1..], p)),
        ];
    }
}
