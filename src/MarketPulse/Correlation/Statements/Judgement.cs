namespace MarketPulse.Correlation.Statements;

/// <summary>What holding one statement against one session came to.</summary>
/// <param name="Near">Whether the figure is close enough for the session to be the one that is meant.</param>
/// <param name="OfMoment">Whether the figure can only be of a moment of the session, not of its end.</param>
internal sealed record Judgement(
    StatementVerdict Verdict,
    double? Actual,
    string? Base,
    string Reason,
    bool Near = false,
    bool OfMoment = false
)
{
    public bool Holds =>
        Verdict is StatementVerdict.Confirmed or StatementVerdict.ConfirmedOnAnotherBase;

    public bool Decides => Verdict != StatementVerdict.CannotCheck;

    public static Judgement Unknown(string reason) =>
        new(StatementVerdict.CannotCheck, null, null, reason);
}
