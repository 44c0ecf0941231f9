namespace MarketPulse.Queries;

/// <summary>How an answer is written for programs.</summary>
public enum AnswerFormat
{
    /// <summary>One array, a row a line; fractions, round-trip doubles, ISO dates.</summary>
    Json,

    /// <summary>The same fields and figures, a line a row (RFC 4180).</summary>
    Csv,

    /// <summary>A feed for a reader (RFC 4287); of alerts.</summary>
    Atom,

    /// <summary>A calendar (iCalendar, RFC 5545); of announced events.</summary>
    Ics,
}
