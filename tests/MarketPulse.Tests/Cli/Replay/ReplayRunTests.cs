using System.Diagnostics;
using System.Globalization;
using MarketPulse.Cli.Local;
using MarketPulse.Cli.Replay;

namespace MarketPulse.Tests.Cli.Replay;

public sealed class ReplayRunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Replay_Twice_LeavesTheSameBytes()
    {
        await Replays.RunAsync(Replays.March, _folder.In("a"));
        await Replays.RunAsync(Replays.March, _folder.In("b"));
        await Replays.RunAsync(Replays.March, _folder.In("b"));
        Replays.AssertSame(_folder.In("a"), _folder.In("b"));
    }

    [Fact]
    public async Task Replay_UnderAnotherCulture_LeavesTheSameBytes()
    {
        // Another calendar, another minus sign, another decimal separator: keys and words are none of theirs.
        await Replays.RunAsync(Replays.March, _folder.In("a"));
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["LC_ALL"] = "fa_IR.UTF-8" },
        };
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "MarketPulse.Cli.dll"),
            "replay",
            "--from",
            "2025-03-10",
            "--to",
            "2025-03-21",
            "--data",
            _folder.In("b").Root,
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var replay = Process.Start(start)!;
        var output = replay.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = await replay.StandardError.ReadToEndAsync(
            TestContext.Current.CancellationToken
        );
        await output;
        await replay.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(replay.ExitCode == 0, errors);
        Replays.AssertSame(_folder.In("a"), _folder.In("b"));
    }

    [Fact]
    public async Task SkippingTicksWithoutNews_OverAWeek_ChangesNothing()
    {
        var week = Replays.March with { From = new(2025, 3, 14), To = new(2025, 3, 20) };
        var every = await Replays.RunAsync(week with { EveryTick = true }, _folder.In("every"));
        var some = await Replays.RunAsync(week, _folder.In("some"));
        Assert.Equal(0, every.SkippedTicks);
        Assert.True(some.SkippedTicks > 1000, $"{some.SkippedTicks} skipped");
        Replays.AssertSame(_folder.In("every"), _folder.In("some"));
    }

    [Fact]
    public async Task PoisonInTheFuture_IsNotSeen()
    {
        var poisoned = PoisonAfter(new(2025, 3, 21));
        await Replays.RunAsync(Replays.March, _folder.In("clean"));
        await Replays.RunAsync(Replays.March with { History = poisoned }, _folder.In("poisoned"));
        Replays.AssertSame(_folder.In("clean"), _folder.In("poisoned"));
    }

    [Fact]
    public async Task PoisonInThePast_IsSeen()
    {
        // The same poison a week earlier must show: otherwise the test above proves nothing.
        var poisoned = PoisonAfter(new(2025, 3, 14));
        await Replays.RunAsync(Replays.March, _folder.In("clean"));
        await Replays.RunAsync(Replays.March with { History = poisoned }, _folder.In("poisoned"));
        Assert.NotEqual(Replays.State(_folder.In("clean")), Replays.State(_folder.In("poisoned")));
    }

    [Fact]
    public async Task Replay_IntoAFolderWithOtherThings_RefusesAndNamesIt()
    {
        File.WriteAllText(Path.Combine(_folder.Path, "thesis.docx"), "mine");
        var error = await Assert.ThrowsAsync<SettingException>(() =>
            Replays.RunAsync(Replays.March, _folder.Data)
        );
        Assert.Contains(_folder.Path, error.Message, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(Path.Combine(_folder.Path, "thesis.docx")));
    }

    [Fact]
    public void Replay_OfDatesWithoutBars_SaysWhichThereAre()
    {
        var error = Assert.Throws<SettingException>(() =>
            new ReplayRun(Replays.March with { To = new(2026, 1, 1) }, _folder.Data)
        );
        Assert.Contains("2022-11-01 to 2025-07-31", error.Message, StringComparison.Ordinal);
    }

    /// <summary>The bundled history with wild bars and a wild headline after a date.</summary>
    private string PoisonAfter(DateOnly date)
    {
        var folder = Path.Combine(_folder.Path, $"history-{date:yyyyMMdd}");
        Directory.CreateDirectory(Path.Combine(folder, "prices"));
        Directory.CreateDirectory(Path.Combine(folder, "feeds"));
        foreach (var file in Directory.GetFiles(Path.Combine(ReplayHistory.Bundled, "prices")))
        {
            File.WriteAllLines(
                Path.Combine(folder, "prices", Path.GetFileName(file)),
                File.ReadLines(file).Select(l => Poison(l, date))
            );
        }

        foreach (var file in Directory.GetFiles(Path.Combine(ReplayHistory.Bundled, "feeds")))
        {
            var text = File.ReadAllText(file);
            if (Path.GetFileName(file) == "headlines.xml")
            {
                var at = date.AddDays(1).ToString("ddd, dd MMM yyyy", CultureInfo.InvariantCulture);
                text = text.Replace(
                    "</channel>",
                    $"<item><title>NVIDIA poison</title><link>https://example.org/p</link><guid>p</guid><pubDate>{at} 12:00:00 +0000</pubDate></item></channel>",
                    StringComparison.Ordinal
                );
            }

            File.WriteAllText(Path.Combine(folder, "feeds", Path.GetFileName(file)), text);
        }

        return folder;
    }

    private static string Poison(string line, DateOnly after)
    {
        var cells = line.Split(',');
        if (
            cells[0] == "date"
            || DateOnly.ParseExact(cells[0], "yyyy-MM-dd", CultureInfo.InvariantCulture) <= after
        )
        {
            return line;
        }

        var wild = cells
            .Skip(1)
            .Take(4)
            .Select(c =>
                (double.Parse(c, CultureInfo.InvariantCulture) * 3).ToString(
                    "R",
                    CultureInfo.InvariantCulture
                )
            );
        return string.Join(',', [cells[0], .. wild, "1", "0", "2"]);
    }

    public void Dispose() => _folder.Dispose();
}
