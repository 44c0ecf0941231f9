using System.Globalization;
using MarketPulse.Correlation;
using MarketPulse.Correlation.CrossSection;
using MarketPulse.Correlation.ExpectedReturns;
using MarketPulse.Correlation.Studies;

namespace MarketPulse.Tests.Correlation;

/// <summary>Every figure of the reference files, to a relative 1e-9.</summary>
public class EventStudyReferenceTests
{
    public static TheoryData<string> Sets => ["A_mm", "B_mm", "B_ff3raw"];

    [Theory]
    [MemberData(nameof(Sets))]
    public void AbnormalReturns_ReferenceSet_Agree(string set)
    {
        var (result, file) = (Run(set), ReferenceFile.Read($"{set}_AR.csv"));
        foreach (var row in file.Rows)
        {
            var i = IndexOf(result, file.Text(row, "event_id"));
            var day = int.Parse(file.Text(row, "day"), CultureInfo.InvariantCulture);
            var at = $"{set} {row[0]} day {day}";
            var ar = result.Figures.Day(i, day - result.Options.Window.From);
            var (alpha, beta, sigma, _) = result.Figures.Model(i);
            Close.To(file.Number(row, "AR"), ar.Value, at + " AR");
            Close.To(file.Number(row, "se_forecast"), ar.StandardError, at + " se");
            Close.To(file.Number(row, "SAR"), ar.T, at + " SAR");
            Close.To(file.Number(row, "t"), ar.T, at + " t");
            Close.To(file.Number(row, "p"), ar.P, at + " p");
            Close.To(file.Number(row, "df"), ar.DegreesOfFreedom, at + " df");
            Close.To(file.Number(row, "sigma"), sigma, at + " sigma");
            Close.To(file.Number(row, "alpha"), alpha, at + " alpha");
            Close.To(file.Number(row, "beta"), beta, at + " beta");
            // The files carry 15 digits of a difference of two products near 1.
            Close.To(
                file.Number(row, "BHAR_mkt"),
                result.Figures.BuyAndHoldAbnormalReturn(i, 4),
                at + " BHAR"
            );
        }
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void CumulativeAbnormalReturns_ReferenceSet_Agree(string set)
    {
        var (result, file) = (Run(set), ReferenceFile.Read($"{set}_CAR.csv"));
        foreach (var row in file.Rows)
        {
            var i = IndexOf(result, file.Text(row, "event_id"));
            var window = new EventWindow((int)file.Number(row, "lo"), (int)file.Number(row, "hi"));
            var at = $"{set} {row[0]} {window}";
            var car = result.Figures.Window(i, result.Options.Windows.IndexOf(window));
            Close.To(file.Number(row, "CAR"), car.Value, at + " CAR");
            Close.To(file.Number(row, "se_exact"), car.StandardError, at + " se");
            Close.To(file.Number(row, "t_exact"), car.T, at + " t");
            Close.To(file.Number(row, "p_exact"), car.P, at + " p");
            Close.To(file.Number(row, "df"), car.DegreesOfFreedom, at + " df");
            Close.To(file.Number(row, "dummy_CAR"), car.Value, at + " dummy CAR");
            Close.To(file.Number(row, "dummy_se"), car.StandardError, at + " dummy se");
        }
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void CrossSections_ReferenceSet_Agree(string set)
    {
        var (result, file) = (Run(set), ReferenceFile.Read($"{set}_crosssection.csv"));
        foreach (var row in file.Rows)
        {
            var window = EventWindow.Parse(file.Text(row, "window").Replace(" ", ".."));
            var section = result.CrossSections.Single(s => s.Window == window);
            var at = $"{set} {window}";
            Close.To(file.Number(row, "n"), section.Average.Count, at + " n");
            Close.To(file.Number(row, "CAAR"), section.Average.Average, at + " CAAR");
            Close.To(file.Number(row, "sd"), section.Average.StandardDeviation, at + " sd");
            Close.To(file.Number(row, "t"), section.Average.T.Value, at + " t");
            Close.To(file.Number(row, "t_p"), section.Average.T.P, at + " p");
            Assert.Equal((int)file.Number(row, "t_df"), section.Average.T.DegreesOfFreedom);
            Close.To(file.Number(row, "t_lo95"), section.Average.Lower, at + " lower");
            Close.To(file.Number(row, "t_hi95"), section.Average.Upper, at + " upper");
            Close.To(file.Number(row, "W"), section.Wilcoxon.W, at + " W");
            Close.To(file.Number(row, "W_p_exact"), section.Wilcoxon.P, at + " W p");
            Assert.True(section.Wilcoxon.IsExact);
            Close.To(file.Number(row, "npos"), section.Sign.Positive, at + " positive");
            Close.To(file.Number(row, "binom_p"), section.Sign.P, at + " sign p");
        }
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void BenjaminiHochberg_ReferenceSet_Agrees(string set)
    {
        var (result, file) = (Run(set), ReferenceFile.Read($"{set}_padjust.csv"));
        var window = result.Options.Windows.IndexOf(new EventWindow(-1, 1));
        var p = file
            .Rows.Select(row => result.Figures.Window(IndexOf(result, row[0]), window).P)
            .ToArray();
        var adjusted = BenjaminiHochberg.Adjust(p);
        for (var i = 0; i < p.Length; i++)
        {
            Close.To(file.Number(file.Rows[i], "p"), p[i], $"{set} {i} p");
            Close.To(file.Number(file.Rows[i], "BH"), adjusted[i], $"{set} {i} BH");
        }
    }

    /// <summary>The tests that R's base packages don't have, from an independent implementation in numpy and scipy.</summary>
    [Theory]
    [InlineData("A_mm")]
    [InlineData("A_missing_mm")]
    [InlineData("B_mm")]
    [InlineData("B_ff3raw")]
    public void TestsAcrossEvents_IndependentImplementation_Agree(string set)
    {
        var (result, file) = (Run(set), ReferenceFile.Read($"{set}_tests.csv"));
        foreach (var row in file.Rows)
        {
            var window = EventWindow.Parse(file.Text(row, "window"));
            var section = result.CrossSections.Single(s => s.Window == window);
            var at = $"{set} {window} ";
            Close.To(file.Number(row, "n"), section.Average.Count, at + "n");
            Close.To(file.Number(row, "patell"), section.Patell.Value, at + "Patell");
            Close.To(file.Number(row, "bmp"), section.BoehmerMusumeciPoulsen.Value, at + "BMP");
            Close.To(file.Number(row, "rbar"), section.MeanCorrelation, at + "mean correlation");
            Close.To(file.Number(row, "kp"), section.KolariPynnonen.Value, at + "KP");
            Close.To(file.Number(row, "corrado"), section.CorradoRank.Value, at + "Corrado");
            Close.To(file.Number(row, "gsign"), section.GeneralizedSign.Value, at + "sign");
            Close.To(file.Number(row, "grank"), section.GeneralizedRank.Value, at + "GRANK-T");
        }
    }

    private static int IndexOf(EventStudyResult result, string id) =>
        result.Events.Select(e => e.Event.Id).ToList().IndexOf(id);

    internal static EventStudyResult Run(string set) =>
        EventStudy.Run(
            ReferenceFile.Returns(
                set.Contains("missing", StringComparison.Ordinal)
                    ? "A_missing_returns.csv"
                    : $"{set[0]}_returns.csv"
            ),
            ReferenceFile.Events($"{set[0]}_events.csv"),
            Options(set)
        );

    internal static EventStudyOptions Options(string set) =>
        new()
        {
            Market = "MKT",
            Estimation = set[0] == 'A' ? new(-260, -11) : new(-140, -21),
            Model = set.Contains("ff3", StringComparison.Ordinal)
                ? ExpectedReturnModel.Factors
                : ExpectedReturnModel.Market,
            Factors = set.Contains("ff3", StringComparison.Ordinal) ? ["SMB", "HML"] : [],
        };
}
