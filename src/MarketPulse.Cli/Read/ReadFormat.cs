namespace MarketPulse.Cli.Read;

/// <summary>How what was read is written.</summary>
internal enum ReadFormat
{
    /// <summary>For people.</summary>
    Text,

    /// <summary>One object, as docs/reading.md describes it.</summary>
    Json,
}
