using System.Collections.Immutable;
using MarketPulse.Correlation.Studies;

namespace MarketPulse.Cli.EventStudy;

/// <summary>Reads events: <c>event_id,firm,event_date</c> and, where events are also tested by kind, <c>kind</c>; other columns may be there.</summary>
internal sealed class EventsFile
{
    private readonly string _path;
    private readonly ImmutableArray<int> _lines;
    private readonly int _firmColumn;

    private EventsFile(
        string path,
        int firmColumn,
        ImmutableArray<StudyEvent> events,
        ImmutableArray<int> lines
    ) => (_path, _firmColumn, Events, _lines) = (path, firmColumn, events, lines);

    public ImmutableArray<StudyEvent> Events { get; }

    /// <exception cref="InputException">With file, line, column and the cure.</exception>
    public static EventsFile Read(string path)
    {
        var (header, rows) = CsvFile.Read(path);
        var (id, firm, date) = (
            Column(path, header, "event_id"),
            Column(path, header, "firm"),
            Column(path, header, "event_date")
        );
        var kind = Array.IndexOf(header, "kind");
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var events = ImmutableArray.CreateBuilder<StudyEvent>(rows.Count);
        foreach (var (line, fields) in rows)
        {
            if (fields[id].Length == 0)
            {
                throw InputException.At(
                    path,
                    line,
                    id + 1,
                    "event_id",
                    "it is empty; give every event its own id."
                );
            }

            if (!seen.TryAdd(fields[id], line))
            {
                throw InputException.At(
                    path,
                    line,
                    id + 1,
                    "event_id",
                    $"'{fields[id]}' was used on line {seen[fields[id]]}; give every event its own id."
                );
            }

            events.Add(
                new StudyEvent(
                    fields[id],
                    fields[firm],
                    CsvFile.Date(path, line, date + 1, "event_date", fields[date]),
                    kind < 0 ? "" : fields[kind]
                )
            );
        }

        return rows.Count == 0
            ? throw new InputException($"{path}, line 2, column 1: there is no event in the file.")
            : new EventsFile(
                path,
                firm + 1,
                events.MoveToImmutable(),
                [.. rows.Select(r => r.Line)]
            );
    }

    /// <exception cref="InputException">A firm has no column among the returns.</exception>
    public void CheckFirms(ReturnTable returns, string returnsPath)
    {
        for (var i = 0; i < Events.Length; i++)
        {
            if (!returns.Has(Events[i].Firm))
            {
                throw InputException.At(
                    _path,
                    _lines[i],
                    _firmColumn,
                    "firm",
                    $"{returnsPath} has no column '{Events[i].Firm}'; name a column of it, or add the firm's returns there."
                );
            }
        }
    }

    private static int Column(string path, string[] header, string name) =>
        Array.IndexOf(header, name) is >= 0 and var index
            ? index
            : throw InputException.At(
                path,
                1,
                1,
                header[0],
                $"there is no column '{name}'; the file needs event_id,firm,event_date."
            );
}
