using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace MarketPulse.Cli.EventStudy;

/// <summary>A comma-separated file with a header, read row by row with the line numbers that messages need.</summary>
internal static class CsvFile
{
    private static readonly CsvConfiguration _configuration = new(CultureInfo.InvariantCulture)
    {
        TrimOptions = TrimOptions.Trim,
        BadDataFound = null,
    };

    /// <exception cref="InputException">No such file, no header, or a row of another length.</exception>
    public static (string[] Header, List<(int Line, string[] Fields)> Rows) Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new InputException($"There is no file {path}: check the path.");
        }

        using var reader = new StreamReader(path);
        using var parser = new CsvParser(reader, _configuration);
        if (!parser.Read() || parser.Record is not { } header)
        {
            throw new InputException(
                $"{path}, line 1, column 1: the file is empty; its first line must name the columns."
            );
        }

        for (var i = 0; i < header.Length; i++)
        {
            if (Array.IndexOf(header, header[i]) < i)
            {
                throw InputException.At(
                    path,
                    1,
                    i + 1,
                    header[i],
                    "this name was used before; give every column its own."
                );
            }
        }

        var rows = new List<(int, string[])>();
        while (parser.Read())
        {
            var fields = parser.Record!;
            if (fields.Length == 1 && fields[0].Length == 0)
            {
                continue;
            }

            if (fields.Length != header.Length)
            {
                var at = Math.Min(fields.Length, header.Length);
                throw InputException.At(
                    path,
                    parser.RawRow,
                    at,
                    header[at - 1],
                    $"the line has {fields.Length} fields and the header {header.Length}; write every column, empty where a value is missing."
                );
            }

            rows.Add((parser.RawRow, fields));
        }

        return (header, rows);
    }

    /// <exception cref="InputException">Not a date.</exception>
    public static DateOnly Date(string path, int line, int column, string name, string text) =>
        DateOnly.TryParseExact(
            text,
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var date
        )
            ? date
            : throw InputException.At(
                path,
                line,
                column,
                name,
                $"'{text}' is not a date; write it as 2025-03-18."
            );
}
