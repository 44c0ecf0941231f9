using MarketPulse.Prices;

namespace MarketPulse.Correlation;

/// <summary>
/// Volume in the form that the event study's machinery takes: the natural logarithm of shares traded, on one share count
/// (Ajinkya and Jain 1989; Campbell and Wasley 1996). An "abnormal return" of it is a log ratio: 0.69 is twice the volume expected.
/// </summary>
/// <remarks>
/// Days of high volume follow each other, so sums over several sessions have wider errors than the formula's; a single
/// session's t is the one to read.
/// </remarks>
public static class AbnormalVolume
{
    /// <summary>ln(volume) of every bar, on the share count of the last; NaN where nothing was traded.</summary>
    public static double[] LogVolumes(PriceSeries series)
    {
        var logs = new double[series.Count];
        for (var i = 0; i < logs.Length; i++)
        {
            var sharesPerLater = series[i].Close / series.CloseOnBasisOf(i, series.Count - 1);
            logs[i] = LogVolume(series[i].Volume * sharesPerLater);
        }

        return logs;
    }

    /// <summary>ln(shares); NaN for none.</summary>
    public static double LogVolume(double shares) => shares > 0 ? Math.Log(shares) : double.NaN;
}
