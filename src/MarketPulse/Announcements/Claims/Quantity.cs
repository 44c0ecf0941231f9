using System.Globalization;
using MarketPulse.Announcements.Articles;

namespace MarketPulse.Announcements.Claims;

/// <summary>A figure with its unit, both normalised.</summary>
/// <param name="Unit">Such as <c>x</c>, <c>chips</c>, <c>tokens/s</c>, <c>PFLOPS</c>, <c>USD</c>.</param>
/// <param name="Span">From the figure (or the "per second" before it) to the unit's end.</param>
/// <param name="HasScale">Whether a word multiplies the figure ("million", 亿).</param>
public sealed record Quantity(double Value, string Unit, TextSpan Span, bool HasScale)
{
    /// <summary>Such as <c>100 tokens/s</c>.</summary>
    public override string ToString() => $"{Figure(Value)}{(Unit == "x" ? "×" : " " + Unit)}";

    internal static string Figure(double value) =>
        value.ToString("0.######", CultureInfo.InvariantCulture);
}
