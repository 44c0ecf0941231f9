using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using MarketPulse.Correlation.CrossSection;
using MarketPulse.Correlation.ExpectedReturns;

namespace MarketPulse.Cli.EventStudy;

/// <summary>A study as JSON: fractions with every digit, null where nothing can be said.</summary>
internal static class StudyJson
{
    private static readonly JsonSerializerOptions _indented = new()
    {
        WriteIndented = true,
        // The text goes to a terminal or a file, not into a page: letters stay letters.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(StudyReport report)
    {
        var options = report.Study.Options;
        return new JsonObject
        {
            ["model"] = options.Model.Name(),
            ["market"] = options.Market,
            ["factors"] = new JsonArray([.. options.Factors.Select(f => (JsonNode)f)]),
            ["returns"] = options.Returns.ToString().ToLowerInvariant(),
            ["estimation"] = options.Estimation.ToString(),
            ["events"] = new JsonArray([.. report.Verdicts.Select(Event)]),
            ["crossSections"] = new JsonArray([
                .. report.Study.CrossSections.Concat(report.Study.ByKind).Select(Section),
            ]),
            ["unionDummies"] = new JsonArray([.. report.UnionDummies.Select(UnionDummy)]),
            ["notes"] = new JsonArray([
                .. report.Notes.Select(n => new JsonObject
                {
                    ["event"] = n.EventId,
                    ["what"] = n.What,
                    ["why"] = n.Why,
                }),
            ]),
        }.ToJsonString(_indented);
    }

    private static JsonObject Event(MarketPulse.Correlation.Studies.StudyVerdict v) =>
        new()
        {
            ["event"] = v.Event.Id,
            ["window"] = v.Window.ToString(),
            ["car"] = Number(v.Result.Value),
            ["se"] = Number(v.Result.StandardError),
            ["t"] = Number(v.Result.T),
            ["df"] = v.Result.DegreesOfFreedom,
            ["p"] = Number(v.Result.P),
            ["lower"] = Number(v.Interval.Lower),
            ["upper"] = Number(v.Interval.Upper),
            ["minimumDetectable"] = Number(v.MinimumDetectable),
            ["sampleQuantileP"] = Number(v.SampleQuantileP),
            ["adjustedP"] = Number(v.AdjustedP),
            ["verdict"] = StudyReport.Words(v.Verdict),
            ["reason"] = v.Reason,
        };

    private static JsonObject Section(CrossSectionResult s) =>
        new()
        {
            ["kind"] = s.Group,
            ["window"] = s.Window.ToString(),
            ["n"] = s.Average.Count,
            ["caar"] = Number(s.Average.Average),
            ["sd"] = Number(s.Average.StandardDeviation),
            ["lower"] = Number(s.Average.Lower),
            ["upper"] = Number(s.Average.Upper),
            ["t"] = Test(s.Average.T),
            ["patell"] = Test(s.Patell),
            ["bmp"] = Test(s.BoehmerMusumeciPoulsen),
            ["kp"] = Test(s.KolariPynnonen),
            ["corrado"] = Test(s.CorradoRank),
            ["gsign"] = Test(s.GeneralizedSign),
            ["grank"] = Test(s.GeneralizedRank),
            ["wilcoxon"] = Test(new(s.Wilcoxon.W, null, s.Wilcoxon.P)),
            ["sign"] = Test(new(s.Sign.Positive, null, s.Sign.P)),
            ["read"] = s.Reading.Name,
            ["why"] = s.Reading.Why,
        };

    private static JsonObject UnionDummy(MarketPulse.Correlation.Studies.FirmUnionDummy d) =>
        new()
        {
            ["firm"] = d.Firm,
            ["window"] = d.Window.ToString(),
            ["events"] = d.Events,
            ["eventSessions"] = d.Estimate.EventSessions,
            ["perSession"] = Number(d.Estimate.PerSession),
            ["se"] = Number(d.Estimate.StandardError),
            ["lags"] = d.Estimate.Lags,
            ["test"] = Test(d.Estimate.Test),
        };

    private static JsonObject Test(TestStatistic test) =>
        new()
        {
            ["statistic"] = Number(test.Value),
            ["df"] = test.DegreesOfFreedom,
            ["p"] = Number(test.P),
        };

    private static JsonNode? Number(double value) => double.IsFinite(value) ? value : null;
}
