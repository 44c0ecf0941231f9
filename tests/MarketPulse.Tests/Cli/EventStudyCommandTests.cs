using System.CommandLine;
using System.Text.Json;
using MarketPulse.Cli;
using MarketPulse.Tests.Correlation;

namespace MarketPulse.Tests.Cli;

/// <summary>The command as its user meets it: arguments in, files, text and an exit code out.</summary>
public sealed class EventStudyCommandTests : IDisposable
{
    private readonly string _directory = Directory
        .CreateTempSubdirectory("marketpulse-eventstudy")
        .FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Theory]
    [InlineData("A_mm", "-260..-11", "")]
    [InlineData("B_mm", "-140..-21", "")]
    [InlineData("B_ff3raw", "-140..-21", "--factors SMB,HML --model factors")]
    public void Run_ReferenceSet_WritesItsFigures(string set, string estimation, string more)
    {
        var (code, _, error) = Run(
            $"--returns {Reference($"{set[0]}_returns.csv")} --events {Reference($"{set[0]}_events.csv")} --market MKT --estimation {estimation} --window -10..10 --windows 0..0,0..1,-1..1,-5..5,-10..10 --returns-are simple --out {_directory} {more}"
        );

        Assert.Equal("", error);
        Assert.Equal(0, code);
        Compare(
            $"{set}_AR.csv",
            "ar.csv",
            ("AR", "ar"),
            ("se_forecast", "se"),
            ("SAR", "sar"),
            ("t", "t"),
            ("df", "df"),
            ("p", "p"),
            ("alpha", "alpha"),
            ("beta", "beta"),
            ("sigma", "sigma")
        );
        Compare(
            $"{set}_CAR.csv",
            "car.csv",
            ("lo", "from"),
            ("hi", "to"),
            ("CAR", "car"),
            ("se_exact", "se"),
            ("t_exact", "t"),
            ("df", "df"),
            ("p_exact", "p")
        );
        Compare(
            $"{set}_crosssection.csv",
            "crosssection.csv",
            ("n", "n"),
            ("CAAR", "caar"),
            ("sd", "sd"),
            ("t", "t"),
            ("t_df", "df"),
            ("t_p", "p"),
            ("t_lo95", "lo95"),
            ("t_hi95", "hi95"),
            ("W", "wilcoxon_w"),
            ("W_p_exact", "wilcoxon_p"),
            ("binom_p", "sign_p")
        );
        Compare(
            $"{set}_tests.csv",
            "crosssection.csv",
            ("patell", "patell"),
            ("bmp", "bmp"),
            ("kp", "kp"),
            ("corrado", "corrado"),
            ("gsign", "gsign"),
            ("grank", "grank")
        );
    }

    [Fact]
    public void Run_AverageAbnormalReturns_AreTheDaysOfTheCrossSection()
    {
        Run(
            $"--returns {Reference("A_returns.csv")} --events {Reference("A_events.csv")} --market MKT --out {_directory}"
        );

        var (aar, section) = (Written("aar.csv"), Written("crosssection.csv"));
        var day = aar.Rows.Single(row => row[0] == "0");
        Assert.Equal(21, aar.Rows.Length);
        foreach (var name in (string[])["n", "sd", "t", "p", "lo95", "hi95"])
        {
            Close.To(section.Number(section.Rows[0], name), aar.Number(day, name), name);
        }
    }

    [Fact]
    public void Run_MissingReturns_LeavesFiguresOutAndNamesThem()
    {
        var (code, _, _) = Run(
            $"--returns {Reference("A_missing_returns.csv")} --events {Reference("A_events.csv")} --market MKT --out {_directory}"
        );

        Assert.Equal(0, code);
        var car = Written("car.csv");
        var f03 = car.Rows.Single(row => row[0] == "E03" && row[1] == "0" && row[2] == "0");
        Assert.True(double.IsNaN(car.Number(f03, "car")));
        Assert.Equal(
            19,
            Written("crosssection.csv").Number(Written("crosssection.csv").Rows[0], "n")
        );
        var notes = File.ReadAllText(Path.Combine(_directory, "notes.csv"));
        Assert.Contains(
            "E03,window-missing,no return on 2023-01-30 (day 0)",
            notes,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Run_DateWithoutSession_TakesTheNext()
    {
        var events = Make("events.csv", "event_id,firm,event_date\nX,F00,2023-01-28\n");

        var (code, output, _) = Run(
            $"--returns {Reference("A_returns.csv")} --events {events} --market MKT --out {_directory}"
        );

        Assert.Equal(0, code);
        Assert.Contains(
            "2023-01-28 has no session; day 0 is the next, 2023-01-30",
            output,
            StringComparison.Ordinal
        );
        var (ours, theirs) = (Written("ar.csv"), ReferenceFile.Read("A_mm_AR.csv"));
        Close.To(
            theirs.Number(theirs.Rows[10], "AR"),
            ours.Number(ours.Rows[10], "ar"),
            "AR of day 0"
        );
    }

    [Fact]
    public void Run_KindsOfEvents_TestsEachKindToo()
    {
        var lines = File.ReadAllLines(ReferenceFile.PathOf("B_events.csv"))
            .Select(
                (line, i) =>
                    line
                    + (
                        i == 0 ? ",kind"
                        : i % 2 == 0 ? ",keynote"
                        : ",earnings"
                    )
            );
        var events = Make("events.csv", string.Join('\n', lines));

        Run(
            $"--returns {Reference("B_returns.csv")} --events {events} --market MKT --estimation -140..-21 --out {_directory}"
        );

        var kinds = Written("crosssection_by_kind.csv");
        Assert.Equal(["earnings", "keynote"], kinds.Rows.Select(row => row[0]).Distinct());
        Assert.All(kinds.Rows, row => Assert.Equal(7, kinds.Number(row, "n")));
    }

    [Fact]
    public void Run_OverlappingWindowsOfOneStock_SendsTheReaderToTheUnionDummy()
    {
        var (_, output, _) = Run(
            $"--returns {Reference("B_returns.csv")} --events {Reference("B_events.csv")} --market MKT --estimation -140..-21 --out {_directory}"
        );

        Assert.Contains(
            "read -10..10: union dummy: windows of one stock overlap (2 pairs)",
            output,
            StringComparison.Ordinal
        );
        var union = Written("uniondummy.csv");
        // 14 windows of 21 sessions; K01/K02 lie 8 sessions apart and K08/K09 12, so 13 and 9 sessions are shared.
        var row = union.Rows.Single(r => r[1] == "-10");
        Assert.Equal((14 * 21) - 13 - 9, union.Number(row, "event_sessions"));
        Assert.True(File.Exists(Path.Combine(_directory, "car_excluding_events.csv")));
    }

    [Fact]
    public void Run_Json_HoldsEveryFigureOrNull()
    {
        var (code, output, _) = Run(
            $"--returns {Reference("A_missing_returns.csv")} --events {Reference("A_events.csv")} --market MKT --format json"
        );

        Assert.Equal(0, code);
        using var document = JsonDocument.Parse(output);
        var events = document.RootElement.GetProperty("events");
        Assert.Equal(20 * 5, events.GetArrayLength());
        var missing = events
            .EnumerateArray()
            .First(e => e.GetProperty("event").GetString() == "E03");
        Assert.Equal(JsonValueKind.Null, missing.GetProperty("car").ValueKind);
        Assert.Equal("not enough data", missing.GetProperty("verdict").GetString());
    }

    [Fact]
    public void Run_TableIntoAPipe_HasNoControlCodes()
    {
        var (_, output, _) = Run(
            $"--returns {Reference("B_returns.csv")} --events {Reference("B_events.csv")} --market MKT --estimation -140..-21"
        );

        Assert.DoesNotContain('\u001b', output);
        Assert.Contains("K13", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_Volumes_WritesAbnormalVolumeBeside()
    {
        // Twice the usual volume on day 0: a log ratio of ln 2 whatever the model's noise.
        var returns = File.ReadAllLines(ReferenceFile.PathOf("A_returns.csv"));
        var volumes = returns.Select(
            (line, i) =>
                i == 0
                    ? "date,F00"
                    : $"{line[..10]},{(line[..10] == "2023-01-30" ? 4_000_000 : 2_000_000 + (i % 2 == 0 ? 1 : -1))}"
        );
        var events = Make("events.csv", "event_id,firm,event_date\nX,F00,2023-01-30\n");

        Run(
            $"--returns {Reference("A_returns.csv")} --events {events} --market MKT --windows 0..0 --volumes {Make("volumes.csv", string.Join('\n', volumes))} --out {_directory}"
        );

        var volume = Written("volume.csv");
        Close.To(Math.Log(2), volume.Number(volume.Rows[0], "log_ratio"), "log ratio", 1e-6);
    }

    [Theory]
    [InlineData("date,MKT,F\n2024-01-02,0.1,x\n", "line 2, column 3 (F): 'x' is not a number")]
    [InlineData(
        "date,MKT,F\n2024-01-02,0.1,-1.5\n",
        "line 2, column 3 (F): a simple return of -1.5"
    )]
    [InlineData(
        "date,MKT,F\n2.1.2024,0.1,0.1\n",
        "line 2, column 1 (date): '2.1.2024' is not a date"
    )]
    [InlineData(
        "date,MKT,F\n2024-01-03,0.1,0.1\n2024-01-02,0.1,0.1\n",
        "line 3, column 1 (date): 2024-01-02 comes after"
    )]
    [InlineData(
        "date,MKT,F\n2024-01-03,0.1,0.1\n2024-01-03,0.1,0.1\n",
        "line 3, column 1 (date): 2024-01-03 appears twice"
    )]
    [InlineData("date,MKT,F\n2024-01-03,0.1\n", "line 2, column 2 (MKT): the line has 2 fields")]
    [InlineData("date,F\n2024-01-03,0.1\n", "there is no column 'MKT'")]
    [InlineData("date,MKT,G\n2024-01-03,0.1,0.1\n", "events.csv, line 2, column 2 (firm)")]
    [InlineData("day,MKT,F\n2024-01-03,0.1,0.1\n", "there is no column 'date'")]
    [InlineData(
        "date,MKT,F,F\n2024-01-03,0.1,0.1,0\n",
        "line 1, column 4 (F): this name was used before"
    )]
    [InlineData("", "the file is empty")]
    public void Run_WrongReturnsFile_SaysWhereAndHowToCureIt(string returns, string expected)
    {
        var events = Make("events.csv", "event_id,firm,event_date\nE,F,2024-01-02\n");

        var (code, output, error) = Run(
            $"--returns {Make("returns.csv", returns)} --events {events} --market MKT"
        );

        Assert.Equal(2, code);
        Assert.Equal("", output);
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "event_id,firm,event_date\nE,F00,someday\n",
        "line 2, column 3 (event_date): 'someday' is not a date"
    )]
    [InlineData(
        "event_id,firm,event_date\nE,F00,2023-01-30\nE,F01,2023-01-30\n",
        "line 3, column 1 (event_id): 'E' was used on line 2"
    )]
    [InlineData(
        "event_id,firm,event_date\n,F00,2023-01-30\n",
        "line 2, column 1 (event_id): it is empty"
    )]
    [InlineData("event_id,company,event_date\nE,F00,2023-01-30\n", "there is no column 'firm'")]
    [InlineData("event_id,firm,event_date\n", "there is no event in the file")]
    public void Run_WrongEventsFile_SaysWhereAndHowToCureIt(string events, string expected)
    {
        var (code, _, error) = Run(
            $"--returns {Reference("A_returns.csv")} --events {Make("events.csv", events)} --market MKT"
        );

        Assert.Equal(2, code);
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--estimation 5", "--estimation 5: '5' is not an estimation window")]
    [InlineData(
        "--window -30..3",
        "the estimation window -260..-11 runs into the event window -30..3"
    )]
    [InlineData("--windows -20..3", "the window -20..3 is not inside the event window -10..10")]
    [InlineData("--model best", "--model best: write market,")]
    [InlineData("--factors F01 --model market", "--factors are only used by --model factors")]
    [InlineData("--model factors", "the factor model needs at least one factor")]
    [InlineData("--returns-are net", "--returns-are net: write simple or log")]
    [InlineData("--format yaml", "--format yaml: write table or json")]
    [InlineData("--min-sessions few", "--min-sessions few: write a whole number")]
    public void Run_WrongOption_SaysWhatToWrite(string option, string expected)
    {
        var (code, _, error) = Run(
            $"--returns {Reference("A_returns.csv")} --events {Reference("A_events.csv")} --market MKT {option}"
        );

        Assert.Equal(2, code);
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_WithoutReturns_SaysWhatIsNeeded()
    {
        var (code, _, error) = Run("--market MKT");

        Assert.Equal(2, code);
        Assert.Contains("--returns FILE is needed", error, StringComparison.Ordinal);
    }

    private void Compare(
        string reference,
        string written,
        params (string Theirs, string Ours)[] columns
    )
    {
        var (theirs, ours) = (ReferenceFile.Read(reference), Written(written));
        Assert.Equal(theirs.Rows.Length, ours.Rows.Length);
        for (var i = 0; i < theirs.Rows.Length; i++)
        {
            foreach (var (name, own) in columns)
            {
                Close.To(
                    theirs.Number(theirs.Rows[i], name),
                    ours.Number(ours.Rows[i], own),
                    $"{written} line {i + 2} {own}"
                );
            }
        }
    }

    private static (int Code, string Output, string Error) Run(string arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = EventStudyCommand
            .Create()
            .Parse(arguments)
            .Invoke(new InvocationConfiguration { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }

    private static string Reference(string name) => $"\"{ReferenceFile.PathOf(name)}\"";

    private ReferenceFile Written(string name) =>
        ReferenceFile.Read(Path.Combine(_directory, name));

    private string Make(string name, string content)
    {
        var path = Path.Combine(_directory, name);
        File.WriteAllText(path, content);
        return path;
    }
}
