namespace MarketPulse.Queries;

/// <summary>How an answer is written for programs.</summary>
public enum AnswerFormat
{
    /// <summary>One array, a row a line; fractions, round-trip doubles, ISO dates.</summary>
    Json,

    /// <summary>The same fields and figures, a line a row (RFC 4180).</summary>
    Csv,
}
