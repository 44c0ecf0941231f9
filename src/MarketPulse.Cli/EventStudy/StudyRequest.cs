using System.Collections.Immutable;
using MarketPulse.Correlation;
using MarketPulse.Correlation.ExpectedReturns;
using MarketPulse.Correlation.Studies;

namespace MarketPulse.Cli.EventStudy;

/// <summary>A valid command line.</summary>
internal sealed record StudyRequest(
    string ReturnsPath,
    string EventsPath,
    string? VolumesPath,
    EventStudyOptions Options,
    ImmutableHashSet<string> InBenchmark,
    string? Out,
    bool AsJson
)
{
    /// <exception cref="InputException">The files don't hold what the options name.</exception>
    public StudyReport Run()
    {
        if (Options.Problem() is { } problem)
        {
            throw new InputException($"The study can't be run: {problem}.");
        }

        var events = EventsFile.Read(EventsPath);
        HashSet<string> columns =
        [
            Options.Market,
            .. Options.Factors,
            .. events.Events.Select(e => e.Firm),
        ];
        var returns = ReturnsFile.Read(ReturnsPath, columns, Options.Returns);
        foreach (var name in (string[])[Options.Market, .. Options.Factors])
        {
            if (!returns.Has(name))
            {
                throw new InputException(
                    $"{ReturnsPath}, line 1: there is no column '{name}'; name one of its columns with --market and --factors."
                );
            }
        }

        events.CheckFirms(returns, ReturnsPath);
        return StudyReport.Of(
            MarketPulse.Correlation.Studies.EventStudy.Run(returns, events.Events, Options),
            VolumesPath is null ? null : Volume(events, columns),
            InBenchmark
        );
    }

    private EventStudyResult Volume(EventsFile events, HashSet<string> columns)
    {
        var shares = ReturnsFile.Read(VolumesPath!, columns, null);
        events.CheckFirms(shares, VolumesPath!);
        var hasMarket = shares.Has(Options.Market);
        var names = hasMarket ? shares.Names : shares.Names.Add(Options.Market);
        double[][] logs =
        [
            .. names.Select(name =>
                shares.Has(name)
                    ? Array.ConvertAll(shares[name], AbnormalVolume.LogVolume)
                    : new double[shares.Sessions.Length]
            ),
        ];
        return MarketPulse.Correlation.Studies.EventStudy.Run(
            new ReturnTable(shares.Sessions, names, logs),
            events.Events,
            Options with
            {
                Model = hasMarket ? ExpectedReturnModel.Market : ExpectedReturnModel.MeanAdjusted,
                Factors = [],
                Returns = ReturnKind.Log,
            }
        );
    }
}
