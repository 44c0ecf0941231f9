using System.Globalization;
using MarketPulse.Correlation.CrossSection;
using MarketPulse.Correlation.ExpectedReturns;
using MarketPulse.Correlation.Studies;
using Spectre.Console;

namespace MarketPulse.Cli.EventStudy;

/// <summary>Shows a study to people.</summary>
internal static class StudyTables
{
    // More events than fit a screen or two are better read from the files.
    private const int ShownEvents = 60;
    private const int ShownNotes = 100;

    public static void Write(IAnsiConsole console, StudyReport report)
    {
        var options = report.Study.Options;
        console.WriteLine(
            $"{options.Model.Name()} on {string.Join(", ", [options.Market, .. options.Factors])}, {options.Returns.ToString().ToLowerInvariant()} returns, estimation {options.Estimation}, {report.Study.Events.Length} events"
        );
        foreach (var window in report.Verdicts.GroupBy(v => v.Window))
        {
            console.Write(Events(window.Key.ToString(), [.. window]));
        }

        if (report.Study.CrossSections.Any(s => s.Average.Count > 1))
        {
            console.Write(CrossSections(report));
        }

        if (!report.UnionDummies.IsEmpty)
        {
            console.Write(UnionDummies(report));
        }

        foreach (var note in report.Notes.Take(ShownNotes))
        {
            console.WriteLine(
                note.EventId.Length > 0
                    ? $"{note.EventId}: {note.What}: {note.Why}"
                    : $"{note.What}: {note.Why}"
            );
        }

        if (report.Notes.Length > ShownNotes)
        {
            console.WriteLine($"and {report.Notes.Length - ShownNotes} more notes: see --out DIR");
        }
    }

    private static Table Events(string window, StudyVerdict[] verdicts)
    {
        var table = Plain(
            $"Window {window}",
            "event",
            "CAR",
            "95 % from",
            "to",
            "t",
            "p",
            "BH p",
            "verdict"
        );
        foreach (var v in verdicts.Take(ShownEvents))
        {
            table.AddRow(
                Markup.Escape(v.Event.Id),
                Percent(v.Result.Value),
                Percent(v.Interval.Lower),
                Percent(v.Interval.Upper),
                Show(v.Result.T, "0.00"),
                P(v.Result.P),
                P(v.AdjustedP),
                StudyReport.Words(v.Verdict)
            );
        }

        if (verdicts.Length > ShownEvents)
        {
            table.Caption($"and {verdicts.Length - ShownEvents} more: see --out DIR");
        }

        return table;
    }

    private static Table CrossSections(StudyReport report)
    {
        var table = Plain(
            "Across events (p-values; the one to read is marked *)",
            "window",
            "n",
            "CAAR",
            "t",
            "Patell",
            "BMP",
            "KP",
            "Corrado",
            "sign (Cowan)",
            "GRANK-T",
            "Wilcoxon",
            "sign"
        );
        foreach (var s in report.Study.CrossSections.Concat(report.Study.ByKind))
        {
            string Cell(double p, TestToRead? read = null) =>
                P(p) + (read == s.Reading.Test ? " *" : "");
            table.AddRow(
                Markup.Escape($"{s.Window} {s.Group}".TrimEnd()),
                Show(s.Average.Count, "0"),
                Percent(s.Average.Average),
                Cell(s.Average.T.P, TestToRead.CrossSectionalT),
                Cell(s.Patell.P),
                Cell(s.BoehmerMusumeciPoulsen.P, TestToRead.StandardizedCrossSectional),
                Cell(s.KolariPynnonen.P, TestToRead.KolariPynnonen),
                Cell(s.CorradoRank.P),
                Cell(s.GeneralizedSign.P),
                Cell(s.GeneralizedRank.P),
                Cell(s.Wilcoxon.P, TestToRead.Wilcoxon),
                Cell(s.Sign.P)
            );
        }

        return table;
    }

    private static Table UnionDummies(StudyReport report)
    {
        var table = Plain(
            "Overlapping windows: one dummy for their union, Newey–West errors",
            "firm",
            "window",
            "events",
            "sessions",
            "per session",
            "t",
            "p"
        );
        foreach (var d in report.UnionDummies)
        {
            table.AddRow(
                Markup.Escape(d.Firm),
                d.Window.ToString(),
                Show(d.Events, "0"),
                Show(d.Estimate.EventSessions, "0"),
                Percent(d.Estimate.PerSession),
                Show(d.Estimate.Test.Value, "0.00"),
                P(d.Estimate.Test.P)
            );
        }

        return table;
    }

    private static Table Plain(string title, params string[] columns)
    {
        var table = new Table().Border(TableBorder.Simple);
        table.Title = new TableTitle(title);
        foreach (var column in columns)
        {
            var header = new TableColumn(column).NoWrap();
            table.AddColumn(
                column is "event" or "verdict" or "firm" or "window"
                    ? header
                    : header.RightAligned()
            );
        }

        return table;
    }

    private static string Percent(double value) =>
        double.IsNaN(value) ? "–" : Show(100 * value, "+0.00;-0.00;0.00") + " %";

    private static string P(double p) =>
        double.IsNaN(p) ? "–"
        : p < 0.0005 ? "<0.001"
        : Show(p, "0.000");

    private static string Show(double value, string format) =>
        double.IsNaN(value) ? "–" : value.ToString(format, CultureInfo.InvariantCulture);
}
