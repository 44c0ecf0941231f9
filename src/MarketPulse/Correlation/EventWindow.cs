using System.Globalization;

namespace MarketPulse.Correlation;

/// <summary>A span of sessions relative to the event day τ = 0; both ends inclusive.</summary>
public readonly record struct EventWindow
{
    /// <exception cref="ArgumentOutOfRangeException">The window ends before it begins.</exception>
    public EventWindow(int from, int to)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        (From, To) = (from, to);
    }

    public int From { get; }

    public int To { get; }

    public int Length => To - From + 1;

    /// <summary>Reads <c>from..to</c>, such as <c>-1..1</c>.</summary>
    /// <exception cref="FormatException">Anything else; the message says what is wanted.</exception>
    public static EventWindow Parse(string text)
    {
        var parts = text.Split("..");
        return
            parts.Length == 2
            && int.TryParse(
                parts[0],
                NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var from
            )
            && int.TryParse(
                parts[1],
                NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var to
            )
            && from <= to
            ? new EventWindow(from, to)
            : throw new FormatException(
                $"'{text}' is not a window: write FROM..TO in sessions, such as -1..1."
            );
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{From}..{To}");
}
