using System.Globalization;
using MarketPulse.Correlation;
using MarketPulse.Correlation.ExpectedReturns;
using MarketPulse.Correlation.Studies;
using MarketPulse.Prices;

namespace MarketPulse.Tests.Correlation.Studies;

/// <summary>The worked example of docs/event-study.md: the keynote of 18 March 2025 on the bundled bars.</summary>
public class KeynoteExampleTests
{
    private static readonly PriceSeries _nvda = Load("NVDA");
    private static readonly PriceSeries _spy = Load("SPY");
    private static readonly PriceSeries _smh = Load("SMH");

    private static readonly StudyEvent[] _events =
    [
        new("keynote", "NVDA", new(2025, 3, 18)),
        new("results", "NVDA", new(2025, 2, 27)),
    ];

    private static readonly EventStudyOptions _options = new()
    {
        Market = "SPY",
        Windows = [new(0, 0), new(0, 1), new(-1, 1)],
    };

    [Fact]
    public void MarketModel_Keynote_IsAsDocumented()
    {
        var result = EventStudy.Run(Returns(), _events, _options);

        var (alpha, beta, sigma, sessions) = result.Figures.Model(0);
        Assert.Equal(
            "alpha 0.000216 beta 2.8581 sigma 0.02660 T 250",
            Text($"alpha {alpha:0.000000} beta {beta:0.0000} sigma {sigma:0.00000} T {sessions}")
        );
        Assert.Equal(
            "0..0 -0.36 % SE 2.68 % t -0.135 p 0.892 from -5.63 % to 4.91 % MDE 7.53 % SQ 0.845 BHAR -2.35 % NotDistinguishableFromNoise",
            Row(result, 0)
        );
        Assert.Equal(
            "0..1 -1.69 % SE 3.78 % t -0.446 p 0.656 from -9.13 % to 5.75 % MDE 10.62 % SQ NaN BHAR -1.68 % NotDistinguishableFromNoise",
            Row(result, 1)
        );
        Assert.Equal(
            "-1..1 -5.67 % SE 4.64 % t -1.223 p 0.223 from -14.80 % to 3.46 % MDE 13.04 % SQ NaN BHAR -4.18 % NotDistinguishableFromNoise",
            Row(result, 2)
        );
    }

    [Fact]
    public void MarketModel_WithoutTheResultsWindow_IsAsDocumented()
    {
        var result = EventStudy.Run(
            Returns(),
            _events,
            _options with
            {
                ExcludeOtherEvents = true,
            }
        );

        Assert.Equal(237, result.Figures.Model(0).Sessions);
        Assert.Equal(
            "0..0 -0.47 % SE 2.70 % t -0.174 p 0.862 from -5.80 % to 4.86 % MDE 7.61 % SQ 0.819 BHAR -2.35 % NotDistinguishableFromNoise",
            Row(result, 0)
        );
    }

    [Fact]
    public void TwoFactors_Keynote_IsAsDocumented()
    {
        var result = EventStudy.Run(
            Returns(),
            _events,
            _options with
            {
                Model = ExpectedReturnModel.Factors,
                Factors = ["SMH"],
            }
        );

        Assert.Equal(
            "0..0 -1.72 % SE 1.82 % t -0.946 p 0.345 from -5.31 % to 1.86 % MDE 5.12 % SQ 0.295 BHAR -2.35 % NotDistinguishableFromNoise",
            Row(result, 0)
        );
    }

    [Fact]
    public void LogVolume_Keynote_IsAsDocumented()
    {
        var volumes = new ReturnTable(
            [.. _nvda.Bars.Select(bar => bar.Session)],
            ["SPY", "NVDA"],
            [AbnormalVolume.LogVolumes(_spy), AbnormalVolume.LogVolumes(_nvda)]
        );

        var day = EventStudy
            .Run(volumes, _events, _options with { Returns = ReturnKind.Log })
            .Figures.Window(0, 0);

        Assert.Equal(
            "-0.231 SE 0.352 p 0.512",
            Text($"{day.Value:0.000} SE {day.StandardError:0.000} p {day.P:0.000}")
        );
    }

    [Fact]
    public void Notes_Keynote_NameWhatSharesItsWindows()
    {
        var result = EventStudy.Run(Returns(), _events, _options);

        var notes = StudyNotes.Of(result, new HashSet<string> { "NVDA" });

        Assert.Contains(
            new StudyNote(
                "keynote",
                "contaminated-estimation",
                "13 sessions of the estimation window lie in the windows of results; they are kept here, and left out in the second result"
            ),
            notes
        );
        Assert.Contains(
            new StudyNote(
                "keynote",
                "in-benchmark",
                "SPY itself holds NVDA, which hides a part of its own move"
            ),
            notes
        );
    }

    private static ReturnTable Returns() =>
        new(
            [.. _nvda.Bars.Select(bar => bar.Session)],
            ["SPY", "SMH", "NVDA"],
            [Returns(_spy), Returns(_smh), Returns(_nvda)]
        );

    private static double[] Returns(PriceSeries series) =>
        [.. Enumerable.Range(0, series.Count).Select(series.Return)];

    private static string Row(EventStudyResult result, int window)
    {
        var v = StudyVerdict.Of(result)[window * _events.Length];
        return Text(
            $"{v.Window} {100 * v.Result.Value:0.00} % SE {100 * v.Result.StandardError:0.00} % t {v.Result.T:0.000} p {v.Result.P:0.000} from {100 * v.Interval.Lower:0.00} % to {100 * v.Interval.Upper:0.00} % MDE {100 * v.MinimumDetectable:0.00} % SQ {v.SampleQuantileP:0.000} BHAR {100 * result.Figures.BuyAndHoldAbnormalReturn(0, window):0.00} % {v.Verdict}"
        );
    }

    private static string Text(FormattableString text) =>
        text.ToString(CultureInfo.InvariantCulture);

    private static PriceSeries Load(string symbol) =>
        new(
            symbol,
            File.ReadLines(
                    Path.Combine(AppContext.BaseDirectory, "History", "prices", $"{symbol}.csv")
                )
                .Skip(1)
                .Select(line => line.Split(','))
                .Select(f => new DailyPrice(
                    DateOnly.Parse(f[0], CultureInfo.InvariantCulture),
                    Number(f[1]),
                    Number(f[2]),
                    Number(f[3]),
                    Number(f[4]),
                    (long)Number(f[5]),
                    Number(f[6]),
                    Number(f[7])
                ))
        );

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
