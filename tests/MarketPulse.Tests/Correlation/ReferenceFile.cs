using System.Collections.Immutable;
using System.Globalization;
using MarketPulse.Correlation.Studies;

namespace MarketPulse.Tests.Correlation;

/// <summary>Reference figures made with base R 4.2 on synthetic returns, beside the tests in Correlation/Reference.</summary>
internal sealed class ReferenceFile
{
    private readonly string[] _names;

    private ReferenceFile(string[] names, ImmutableArray<string[]> rows) =>
        (_names, Rows) = (names, rows);

    public ImmutableArray<string[]> Rows { get; }

    public static string PathOf(string name) =>
        Path.Combine(AppContext.BaseDirectory, "Correlation", "Reference", name);

    public static ReferenceFile Read(string name)
    {
        var lines = File.ReadLines(PathOf(name)).Select(line => line.Replace("\"", "").Split(','));
        return new(lines.First(), [.. lines.Skip(1)]);
    }

    public string Text(string[] row, string column) => row[Array.IndexOf(_names, column)];

    public double Number(string[] row, string column) => ParseNumber(Text(row, column));

    public static double ParseNumber(string text) =>
        text is "" or "NA" ? double.NaN : double.Parse(text, CultureInfo.InvariantCulture);

    public static ReturnTable Returns(string name)
    {
        var file = Read(name);
        return new ReturnTable(
            [.. file.Rows.Select(row => DateOnly.Parse(row[0], CultureInfo.InvariantCulture))],
            [.. file._names.Skip(1)],
            [
                .. Enumerable
                    .Range(1, file._names.Length - 1)
                    .Select(j => file.Rows.Select(row => ParseNumber(row[j])).ToArray()),
            ]
        );
    }

    public static ImmutableArray<StudyEvent> Events(string name) =>
        [
            .. Read(name)
                .Rows.Select(row => new StudyEvent(
                    row[0],
                    row[1],
                    DateOnly.Parse(row[2], CultureInfo.InvariantCulture)
                )),
        ];
}
