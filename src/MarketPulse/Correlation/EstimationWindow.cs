using System.Globalization;

namespace MarketPulse.Correlation;

/// <summary>The sessions on which a model of the expected return is fitted, relative to the event day τ = 0; both ends inclusive.</summary>
public readonly record struct EstimationWindow
{
    /// <summary>T under which a result carries a warning.</summary>
    public const int ThinUnder = 120;

    /// <exception cref="ArgumentOutOfRangeException">The window ends before it begins.</exception>
    public EstimationWindow(int from, int to)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        (From, To) = (from, to);
    }

    /// <summary>250 sessions that end ten sessions before the event window −10..10: −260..−11.</summary>
    public static EstimationWindow Default => new(-260, -11);

    public int From { get; }

    public int To { get; }

    public int Length => To - From + 1;

    /// <summary>The sessions between this window's end and an event window's start, in neither; negative when they overlap.</summary>
    public int GapBefore(EventWindow window) => window.From - To - 1;

    /// <summary>Reads <c>from..to</c>, such as <c>-260..-11</c>.</summary>
    /// <exception cref="FormatException">Anything else; the message says what is wanted.</exception>
    public static EstimationWindow Parse(string text)
    {
        try
        {
            var window = EventWindow.Parse(text);
            return new EstimationWindow(window.From, window.To);
        }
        catch (FormatException)
        {
            throw new FormatException(
                $"'{text}' is not an estimation window: write FROM..TO in sessions, such as -260..-11."
            );
        }
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{From}..{To}");
}
