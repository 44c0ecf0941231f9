namespace MarketPulse.Cli.Doctor;

/// <summary>One check's outcome.</summary>
/// <param name="What">What was checked.</param>
/// <param name="Text">What was found, and the cure where there is something to cure.</param>
internal sealed record Finding(string What, Health Health, string Text);

internal enum Health
{
    Ok,

    /// <summary>Works, but wants a look.</summary>
    Note,

    /// <summary>Doesn't work.</summary>
    Trouble,
}
