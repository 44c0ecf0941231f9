namespace MarketPulse.Cli.Output;

/// <summary>How an answer is written.</summary>
internal enum OutputFormat
{
    /// <summary>For people.</summary>
    Table,

    /// <summary>One array; fractions, round-trip doubles, ISO dates.</summary>
    Json,

    /// <summary>The same fields and figures, a line a row.</summary>
    Csv,

    /// <summary>A feed (alerts).</summary>
    Atom,

    /// <summary>A calendar (events).</summary>
    Ics,
}
