using System.Text.Json;
using MarketPulse.Cli.Local;
using MarketPulse.Cli.Replay;
using MarketPulse.Tests.Cli.Replay;
using MimeKit;

[assembly: AssemblyFixture(typeof(FullReplay))]

namespace MarketPulse.Tests.Cli.Replay;

/// <summary>The main job over its whole default span, once for all tests that read it.</summary>
public sealed class FullReplay : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Lazy<Task<ReplaySummary>> _summary;

    public FullReplay() =>
        _summary = new(() =>
            Replays.RunAsync(
                new(
                    ReplayOptions.DefaultFrom,
                    ReplayOptions.DefaultTo,
                    ReplayHistory.Bundled,
                    EveryTick: false
                ),
                Data
            )
        );

    private LocalData Data => _folder.Data;

    internal async Task<ReplaySummary> SummaryAsync() => await _summary.Value;

    /// <summary>The exported rows of one table.</summary>
    public async Task<IReadOnlyList<JsonElement>> RowsAsync(string table)
    {
        await _summary.Value;
        var lines = await File.ReadAllLinesAsync(
            Path.Combine(Data.Export, $"{table}.jsonl"),
            TestContext.Current.CancellationToken
        );
        return [.. lines.Select(l => JsonSerializer.Deserialize<JsonElement>(l))];
    }

    /// <summary>One stored result.</summary>
    public async Task<JsonElement> ResultAsync(
        string eventDay,
        string kind,
        string benchmark,
        string window = "0..0",
        string exclusions = "none"
    )
    {
        var rows = await RowsAsync("Correlations");
        return Assert.Single(
            rows,
            r =>
                r.GetProperty("EventDay").GetString() == eventDay
                && r.GetProperty("Kind").GetString() == kind
                && r.GetProperty("Benchmark").GetString() == benchmark
                && r.GetProperty("Exclusions").GetString() == exclusions
                && $"{r.GetProperty("WindowFrom")}..{r.GetProperty("WindowTo")}" == window
        );
    }

    /// <summary>The mails of one day, by file name.</summary>
    public async Task<IReadOnlyList<(string Name, MimeMessage Message)>> MailsAsync(string day = "")
    {
        await _summary.Value;
        var mails = new List<(string, MimeMessage)>();
        foreach (
            var file in Directory.GetFiles(Data.Mail, $"{day}*.eml").Order(StringComparer.Ordinal)
        )
        {
            mails.Add(
                (
                    Path.GetFileName(file),
                    await MimeMessage.LoadAsync(file, TestContext.Current.CancellationToken)
                )
            );
        }

        return mails;
    }

    public void Dispose() => _folder.Dispose();
}
