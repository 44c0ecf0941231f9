using MarketPulse.Announcements.Statements;

namespace MarketPulse.Correlation.Statements;

/// <summary>A price statement held against stored prices.</summary>
/// <param name="Session">The session that it was held against; null where none could be told.</param>
/// <param name="Actual">The stored figure in the statement's unit and on its basis; null where there is none.</param>
/// <param name="Base">What a confirmed figure is counted from where that isn't the usual base; null otherwise.</param>
/// <param name="Reason">In words, always given.</param>
public sealed record CheckedStatement(
    PriceStatement Statement,
    DateOnly? Session,
    StatementVerdict Verdict,
    double? Actual,
    string? Base,
    string Reason
)
{
    /// <param name="more">Behind the judgement's reason: how the session was told.</param>
    internal static CheckedStatement Of(
        PriceStatement statement,
        DateOnly session,
        Judgement judged,
        string more = ""
    ) => new(statement, session, judged.Verdict, judged.Actual, judged.Base, judged.Reason + more);
}

public enum StatementVerdict
{
    Confirmed,

    /// <summary>Right, but not counted from where one would: <see cref="CheckedStatement.Base"/> says from where.</summary>
    ConfirmedOnAnotherBase,
    Contradicted,
    CannotCheck,
}
