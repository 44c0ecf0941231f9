using System.Collections.Immutable;
using MarketPulse.Correlation;
using MarketPulse.Correlation.Studies;

namespace MarketPulse.Cli.EventStudy;

/// <summary>All that one run of the command found, before it is written anywhere.</summary>
/// <param name="Study">With every session of the estimation windows.</param>
/// <param name="Excluding">The same with other events' windows left out; null where there are none to leave out.</param>
/// <param name="Volume">The same study of log volume; null where no volumes were given.</param>
internal sealed record StudyReport(
    EventStudyResult Study,
    EventStudyResult? Excluding,
    EventStudyResult? Volume,
    ImmutableArray<StudyVerdict> Verdicts,
    ImmutableArray<StudyNote> Notes,
    ImmutableArray<FirmUnionDummy> UnionDummies
)
{
    public static StudyReport Of(
        EventStudyResult study,
        EventStudyResult? volume,
        IReadOnlySet<string> insideBenchmark
    )
    {
        var notes = StudyNotes.Of(study, insideBenchmark);
        var contaminated = notes.Any(note => note.What == "contaminated-estimation");
        return new(
            study,
            contaminated
                ? MarketPulse.Correlation.Studies.EventStudy.Run(
                    study.Table,
                    study.Events.Select(e => e.Event),
                    study.Options with
                    {
                        ExcludeOtherEvents = true,
                    }
                )
                : null,
            volume,
            StudyVerdict.Of(study),
            notes,
            OverlappingWindows.Regress(study)
        );
    }

    public static string Words(Verdict verdict) =>
        verdict switch
        {
            Verdict.Significant => "significant",
            Verdict.Confounded => "confounded",
            Verdict.NotEnoughData => "not enough data",
            _ => "not distinguishable from noise",
        };
}
