using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
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
        foreach (var (column, property, _, _) in Columns<T>.All)
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
        var (buffer, writer) = Scratch.Take();
        var column = "";
        try
        {
            writer.WriteStartObject();
            foreach (var (name, property, key, hasDefault) in Columns<T>.All)
            {
                column = name;
                if (entity.TryGetValue(column, out var content))
                {
                    writer.WritePropertyName(key);
                    Write(writer, content, property.PropertyType);
                }
                // A column that rows of an earlier version lack has its parameter's default; others need a value, or null.
                else if (!hasDefault)
                {
                    writer.WriteNull(key);
                }
            }

            writer.WriteEndObject();
            writer.Flush();
            column = "";
            return JsonSerializer.Deserialize<T>(buffer.WrittenSpan, Json.Compact)!;
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

    private static void Write(Utf8JsonWriter writer, object? content, Type type)
    {
        switch (content)
        {
            case null:
                writer.WriteNullValue();
                break;
            case double number:
                writer.WriteNumberValue(number);
                break;
            case int number:
                writer.WriteNumberValue(number);
                break;
            case long number:
                writer.WriteNumberValue(number);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case DateTimeOffset instant:
                writer.WriteStringValue(instant);
                break;
            case string text when IsText(type):
                writer.WriteStringValue(text);
                break;
            case string text:
                writer.WriteRawValue(text);
                break;
            default:
                throw new FormatException(
                    $"a {content.GetType().Name} where a {type.Name} belongs"
                );
        }
    }

    private static bool IsText(Type type)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        return bare == typeof(string) || bare == typeof(DateOnly) || bare.IsEnum;
    }

    /// <summary>A record's columns, found once: every row that is read or written goes through them.</summary>
    private static class Columns<T>
    {
        public static readonly ImmutableArray<(
            string Name,
            JsonPropertyInfo Property,
            JsonEncodedText Key,
            bool HasDefault
        )> All =
        [
            .. Json
                .Compact.GetTypeInfo(typeof(T))
                .Properties.Where(p => p.Get is not null && p.AssociatedParameter is not null)
                .Select(p =>
                    (
                        char.ToUpperInvariant(p.Name[0]) + p.Name[1..],
                        p,
                        JsonEncodedText.Encode(p.Name),
                        p.AssociatedParameter!.HasDefaultValue
                    )
                ),
        ];
    }

    /// <summary>Where a thread writes one row at a time: a tree of nodes for each row costs several times the row itself.</summary>
    private static class Scratch
    {
        private const int LargestKept = 256 * 1024;

        [ThreadStatic]
        private static ArrayBufferWriter<byte>? _buffer;

        [ThreadStatic]
        private static Utf8JsonWriter? _writer;

        public static (ArrayBufferWriter<byte>, Utf8JsonWriter) Take()
        {
            if (_buffer is null || _buffer.Capacity > LargestKept)
            {
                _buffer = new ArrayBufferWriter<byte>(4096);
                _writer = new Utf8JsonWriter(
                    _buffer,
                    new JsonWriterOptions { Encoder = Json.Compact.Encoder }
                );
            }

            _buffer.ResetWrittenCount();
            _writer!.Reset();
            return (_buffer, _writer);
        }
    }
}
