namespace MarketPulse.Cli.Output;

/// <summary>A column of an answer's table.</summary>
internal sealed record Column<T>(string Heading, Func<T, string> Cell, ColumnKind Kind);

internal enum ColumnKind
{
    /// <summary>To the left, cut to the room that there is.</summary>
    Text,

    /// <summary>To the left, never left out and never cut: it is broken into lines.</summary>
    Prose,

    /// <summary>To the right, always whole.</summary>
    Figure,

    /// <summary>The same, but gives way on a narrow terminal.</summary>
    Optional,
}
