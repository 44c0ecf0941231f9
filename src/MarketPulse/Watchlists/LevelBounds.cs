namespace MarketPulse.Watchlists;

/// <summary>
/// Bounds of a figure that lasts, with hysteresis: it counts from when a bound is reached until the figure has come back
/// by <paramref name="Release"/>, so that a figure that dances on its bound makes one mail.
/// </summary>
/// <param name="Above">Reached at or above this, a fraction (0.5 is +50 %); null for no upper bound.</param>
/// <param name="Below">Reached at or below this, a fraction (−0.2 is −20 %); null for no lower bound.</param>
/// <param name="Release">How far inside the bound it must come back, a fraction of 1; 0.02 (two points) where left out.</param>
public sealed record LevelBounds(double? Above = null, double? Below = null, double? Release = null)
{
    /// <summary>Two percentage points.</summary>
    public const double DefaultRelease = 0.02;

    public double Back => Release ?? DefaultRelease;
}
