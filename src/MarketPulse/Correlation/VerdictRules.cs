using System.Collections.Immutable;
using System.Globalization;
using MarketPulse.Announcements;

namespace MarketPulse.Correlation;

/// <summary>The declared rules from figures to a verdict. Pure.</summary>
public static class VerdictRules
{
    /// <summary>The verdict and the rule's outcome in words.</summary>
    public static (Verdict Verdict, string Reason) Decide(
        StudyFigures figures,
        ImmutableArray<Confounder> confounders
    )
    {
        if (figures.Abnormal is not { } abnormal || double.IsNaN(abnormal.P))
        {
            return (
                Verdict.NotEnoughData,
                figures.Problem ?? "the model fits exactly, which real prices don't"
            );
        }

        var p = Text(abnormal.P);
        var level = StudyRules.Level.ToString("0.00", CultureInfo.InvariantCulture);
        if (abnormal.P >= StudyRules.Level)
        {
            return (
                Verdict.NotDistinguishableFromNoise,
                $"p = {p} is not under {level}: ordinary sessions of this stock differ as much from what the benchmark lets expect"
            );
        }

        return confounders.IsEmpty
            ? (
                Verdict.Significant,
                $"p {(abnormal.P < 0.0005 ? "< 0.001" : $"= {p}")} is under {level}, and no other announcement is known in the window"
            )
            : (
                Verdict.Confounded,
                $"p {(abnormal.P < 0.0005 ? "< 0.001" : $"= {p}")} is under {level}, but the window holds {confounders.Length} other announcement{(confounders.Length == 1 ? "" : "s")}: {string.Join("; ", confounders.Select(c => c.Title))}"
            );
    }

    /// <summary>Three decimals; one more, cut off, where rounding would put a p under the level on the level itself.</summary>
    private static string Text(double p)
    {
        var isRoundedUp = p < StudyRules.Level && Math.Round(p, 3) >= StudyRules.Level;
        return isRoundedUp
            ? (Math.Floor(p * 1e4) / 1e4).ToString("0.0000", CultureInfo.InvariantCulture)
            : p.ToString("0.000", CultureInfo.InvariantCulture);
    }

    /// <summary>Whether an announcement can share in a move. A market comment retells; it doesn't announce.</summary>
    public static bool CanConfound(AnnouncementKind kind) =>
        kind is not (AnnouncementKind.Comment or AnnouncementKind.Other);
}
