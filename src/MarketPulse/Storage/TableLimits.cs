using System.Text;
using Azure.Data.Tables;

namespace MarketPulse.Storage;

/// <summary>
/// What the table service refuses of a single row, so that it is said before anything is written. Source: Microsoft Learn,
/// "Understanding the Table service data model". Pure.
/// </summary>
internal static class TableLimits
{
    /// <summary>Columns of one's own.</summary>
    public const int MostColumns = 252;

    /// <summary>Characters of a key, and of a column's name.</summary>
    public const int KeyLength = 1024;

    public const int NameLength = 255;

    /// <summary>UTF-16 characters, or half as many bytes as a binary value may hold.</summary>
    public const int TextLength = 32 * 1024;

    private static readonly DateTimeOffset FirstInstant = new(1601, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <exception cref="FormatException">The row breaks a limit, which the message names.</exception>
    public static void Check(TableEntity row)
    {
        foreach (
            var (name, key) in new[] { ("PartitionKey", row.PartitionKey), ("RowKey", row.RowKey) }
        )
        {
            if (
                key.Length > KeyLength
                || key.Any(c => c is '/' or '\\' or '#' or '?' || char.IsControl(c))
            )
            {
                throw new FormatException(
                    $"'{name}' must have at most {KeyLength} characters, and none of / \\ # ? or control characters"
                );
            }
        }

        var own = row.Where(c =>
                c.Key is not ("PartitionKey" or "RowKey" or "Timestamp" or "odata.etag")
            )
            .ToList();
        if (own.Count > MostColumns)
        {
            throw new FormatException($"it has {own.Count} columns; a row holds {MostColumns}");
        }

        foreach (var (name, value) in own)
        {
            if (!IsName(name))
            {
                throw new FormatException(
                    $"'{name}' can't be a column: letters, digits and _ only, no digit first, at most {NameLength}"
                );
            }

            if (value is string { Length: > TextLength } or byte[] { Length: > 2 * TextLength })
            {
                throw new FormatException(
                    $"'{name}' is longer than the 64 KiB that a column holds"
                );
            }

            if (value is double number && !double.IsFinite(number))
            {
                throw new FormatException(
                    $"'{name}' is {EdmType.Text(number)}, which the storage client can't write: leave the column out"
                );
            }

            if (value is DateTimeOffset instant && instant < FirstInstant)
            {
                throw new FormatException($"'{name}' is before 1601, which a table can't hold");
            }
        }
    }

    private static bool IsName(string name) =>
        name.Length is > 0 and <= NameLength
        && !char.IsDigit(name[0])
        && name.All(c => char.IsLetterOrDigit(c) || c == '_');

    /// <summary>About how many bytes a row takes in a transaction, of which 4 MiB are taken.</summary>
    public static int Bytes(string line) => Encoding.UTF8.GetByteCount(line) + 512;
}
