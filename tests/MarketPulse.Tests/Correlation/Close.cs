namespace MarketPulse.Tests.Correlation;

/// <summary>Agreement of two figures relative to their size.</summary>
internal static class Close
{
    /// <param name="floor">Sizes under this count as this: the scale below which digits are cancellation, not result.</param>
    public static void To(
        double expected,
        double actual,
        string what,
        double relative = 1e-9,
        double floor = 0
    )
    {
        if (double.IsNaN(expected))
        {
            Assert.True(double.IsNaN(actual), $"{what}: {actual:R} where nothing can be said");
            return;
        }

        var difference = Math.Abs(expected - actual);
        Assert.True(
            difference <= relative * Math.Max(Math.Abs(expected), floor),
            $"{what}: expected {expected:R}, got {actual:R}, apart by {difference / Math.Abs(expected):E1} of it"
        );
    }
}
