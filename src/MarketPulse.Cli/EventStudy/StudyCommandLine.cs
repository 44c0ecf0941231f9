using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using MarketPulse.Correlation;
using MarketPulse.Correlation.ExpectedReturns;
using MarketPulse.Correlation.Studies;

namespace MarketPulse.Cli.EventStudy;

/// <summary>The command's options, and what is made of them.</summary>
/// <remarks>All are read as text here: a wrong one gets a message with its cure and exit code 2.</remarks>
internal sealed record StudyCommandLine(
    Option<string> Returns,
    Option<string> Market,
    Option<string> Factors,
    Option<string> Events,
    Option<string> Estimation,
    Option<string> Window,
    Option<string> Windows,
    Option<string> Model,
    Option<string> ReturnsAre,
    Option<string> MinimumSessions,
    Option<string> Volumes,
    Option<string> InBenchmark,
    Option<string> Out,
    Option<string> Format
)
{
    private static readonly ImmutableArray<EventWindow> _usualWindows = new EventStudyOptions
    {
        Market = "",
    }.Windows;

    public IEnumerable<Option> All =>
        [
            Returns,
            Market,
            Factors,
            Events,
            Estimation,
            Window,
            Windows,
            Model,
            ReturnsAre,
            MinimumSessions,
            Volumes,
            InBenchmark,
            Out,
            Format,
        ];

    public static StudyCommandLine Create() =>
        new(
            Text("--returns", "FILE", "Returns by session (CSV). Needed."),
            Text(
                "--market",
                "COL",
                "The market's column: first regressor, and benchmark of the BHAR. Needed."
            ),
            Text("--factors", "COL,COL", "Further factor columns, for --model factors."),
            Text("--events", "FILE", "The events (CSV). Needed."),
            Text(
                "--estimation",
                "FROM..TO",
                "Sessions before the event day to fit the model on.",
                "-260..-11"
            ),
            Text(
                "--window",
                "FROM..TO",
                "Days whose abnormal returns are given one by one.",
                "-10..10"
            ),
            Text(
                "--windows",
                "FROM..TO,…",
                "Windows to sum and test; by default 0..0,0..1,-1..1,-5..5,-10..10, as far as they lie inside --window."
            ),
            Text(
                "--model",
                "MODEL",
                "market, market-adjusted, mean-adjusted or factors; by default factors where --factors is given, else market."
            ),
            Text("--returns-are", "KIND", "simple or log.", "simple"),
            Text(
                "--min-sessions",
                "N",
                "Fewer estimation sessions than this: the event is refused.",
                "30"
            ),
            Text(
                "--volumes",
                "FILE",
                "Shares traded by session (CSV, the same columns): abnormal log volume beside the returns."
            ),
            Text(
                "--in-benchmark",
                "FIRM,FIRM",
                "Firms that the market column's portfolio holds; named beside their results."
            ),
            Text(
                "--out",
                "DIR",
                "Writes ar.csv, car.csv, crosssection.csv, notes.csv and more there, all digits kept."
            ),
            Text("--format", "FORMAT", "table or json.", "table")
        );

    /// <exception cref="InputException">An option is missing or can't be read.</exception>
    public StudyRequest Read(ParseResult parsed)
    {
        var market = Needed(parsed, Market);
        ImmutableArray<string> factors =
        [
            .. List(parsed.GetValue(Factors)).Where(name => name != market).Distinct(),
        ];
        var window = Parse(parsed, Window, EventWindow.Parse);
        var model = ReadModel(parsed.GetValue(Model), !factors.IsEmpty);
        if (model != ExpectedReturnModel.Factors && !factors.IsEmpty)
        {
            throw new InputException(
                "--factors are only used by --model factors: leave one of the two out."
            );
        }

        return new StudyRequest(
            Needed(parsed, Returns),
            Needed(parsed, Events),
            parsed.GetValue(Volumes),
            new EventStudyOptions
            {
                Market = market,
                Factors = factors,
                Model = model,
                Returns =
                    Choice(parsed, ReturnsAre, "simple", "log") == "log"
                        ? ReturnKind.Log
                        : ReturnKind.Simple,
                Estimation = Parse(parsed, Estimation, EstimationWindow.Parse),
                Window = window,
                Windows = parsed.GetValue(Windows) is { } windows
                    ? [.. List(windows).Select(text => Parse(Windows, text, EventWindow.Parse))]
                    :
                    [
                        .. _usualWindows
                            .Where(w => w.From >= window.From && w.To <= window.To)
                            .Append(window)
                            .Distinct(),
                    ],
                MinimumSessions = Parse(
                    parsed,
                    MinimumSessions,
                    text =>
                        int.TryParse(
                            text,
                            NumberStyles.None,
                            CultureInfo.InvariantCulture,
                            out var sessions
                        )
                            ? sessions
                            : throw new FormatException("write a whole number, such as 60.")
                ),
            },
            [.. List(parsed.GetValue(InBenchmark))],
            parsed.GetValue(Out),
            Choice(parsed, Format, "table", "json") == "json"
        );
    }

    private static Option<string> Text(
        string name,
        string placeholder,
        string description,
        string? fallback = null
    )
    {
        var option = new Option<string>(name) { Description = description, HelpName = placeholder };
        if (fallback is not null)
        {
            option.DefaultValueFactory = _ => fallback;
        }

        return option;
    }

    private static string Needed(ParseResult parsed, Option<string> option) =>
        parsed.GetValue(option) is { Length: > 0 } value
            ? value
            : throw new InputException(
                $"{option.Name} {option.HelpName} is needed: {option.Description} See marketpulse eventstudy --help."
            );

    private static string[] List(string? text) =>
        text?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        ?? [];

    private static T Parse<T>(ParseResult parsed, Option<string> option, Func<string, T> parse) =>
        Parse(option, parsed.GetValue(option)!, parse);

    private static T Parse<T>(Option<string> option, string text, Func<string, T> parse)
    {
        try
        {
            return parse(text.Trim());
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            throw new InputException($"{option.Name} {text}: {exception.Message}", exception);
        }
    }

    private static string Choice(
        ParseResult parsed,
        Option<string> option,
        params ReadOnlySpan<string> choices
    )
    {
        var value = parsed.GetValue(option)!;
        return choices.Contains(value)
            ? value
            : throw new InputException(
                $"{option.Name} {value}: write {string.Join(" or ", choices!)}."
            );
    }

    private static ExpectedReturnModel ReadModel(string? text, bool hasFactors) =>
        text switch
        {
            null => hasFactors ? ExpectedReturnModel.Factors : ExpectedReturnModel.Market,
            "market" => ExpectedReturnModel.Market,
            "market-adjusted" => ExpectedReturnModel.MarketAdjusted,
            "mean-adjusted" => ExpectedReturnModel.MeanAdjusted,
            "factors" => ExpectedReturnModel.Factors,
            _ => throw new InputException(
                $"--model {text}: write market, market-adjusted, mean-adjusted or factors."
            ),
        };
}
