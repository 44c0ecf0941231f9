using System.Collections.Immutable;
using System.Globalization;
using MarketPulse.Correlation;
using MarketPulse.Correlation.Studies;

namespace MarketPulse.Cli.EventStudy;

/// <summary>Reads series by session: a <c>date</c> column and one column a series; empty, NA or NaN where a value is missing.</summary>
internal static class ReturnsFile
{
    private static readonly string[] _missing = ["", "NA", "N/A", "#N/A", "NaN", "null", "."];

    /// <param name="wanted">The columns to read; all others may hold anything.</param>
    /// <param name="kind">Simple returns can't be under −1, which tells per cent from fractions; null for figures that aren't returns.</param>
    /// <exception cref="InputException">With file, line, column and the cure.</exception>
    public static ReturnTable Read(
        string path,
        IReadOnlyCollection<string> wanted,
        ReturnKind? kind
    )
    {
        var (header, rows) = CsvFile.Read(path);
        var dateColumn = Array.FindIndex(
            header,
            name => name.Equals("date", StringComparison.OrdinalIgnoreCase)
        );
        if (dateColumn < 0)
        {
            throw InputException.At(
                path,
                1,
                1,
                header[0],
                "there is no column 'date'; name the column of the sessions so."
            );
        }

        int[] columns =
        [
            .. Enumerable
                .Range(0, header.Length)
                .Where(j => j != dateColumn && wanted.Contains(header[j])),
        ];
        var sessions = ImmutableArray.CreateBuilder<DateOnly>(rows.Count);
        double[][] values = [.. columns.Select(_ => new double[rows.Count])];
        foreach (var (line, fields) in rows)
        {
            var date = CsvFile.Date(path, line, dateColumn + 1, "date", fields[dateColumn]);
            if (sessions.Count > 0 && date <= sessions[^1])
            {
                throw InputException.At(
                    path,
                    line,
                    dateColumn + 1,
                    "date",
                    date == sessions[^1]
                        ? $"{date:yyyy-MM-dd} appears twice; keep one line a session."
                        : $"{date:yyyy-MM-dd} comes after {sessions[^1]:yyyy-MM-dd}; sort the lines by date."
                );
            }

            for (var j = 0; j < columns.Length; j++)
            {
                values[j][sessions.Count] = Number(
                    path,
                    line,
                    columns[j] + 1,
                    header[columns[j]],
                    fields[columns[j]],
                    kind
                );
            }

            sessions.Add(date);
        }

        return rows.Count == 0
            ? throw new InputException(
                $"{path}, line 2, column 1: there is no session in the file."
            )
            : new ReturnTable(
                sessions.MoveToImmutable(),
                [.. columns.Select(j => header[j])],
                values
            );
    }

    private static double Number(
        string path,
        int line,
        int column,
        string name,
        string text,
        ReturnKind? kind
    )
    {
        if (_missing.Contains(text, StringComparer.OrdinalIgnoreCase))
        {
            return double.NaN;
        }

        if (
            !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            || !double.IsFinite(value)
        )
        {
            throw InputException.At(
                path,
                line,
                column,
                name,
                $"'{text}' is not a number; write a fraction such as 0.0123, or nothing where it is missing."
            );
        }

        return kind == ReturnKind.Simple && value < -1
            ? throw InputException.At(
                path,
                line,
                column,
                name,
                $"a simple return of {text} is under -1, more than everything; write fractions (-0.0343), not per cent, or say --returns-are log."
            )
            : value;
    }
}
