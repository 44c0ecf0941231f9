using MarketPulse.Announcements.Statements;

namespace MarketPulse.Correlation.Statements;

/// <summary>Whether a figure holds at the precision that it claims.</summary>
internal enum Fit
{
    Holds,

    /// <summary>The words leave room that the figure may or may not be meant to fill ("about 5%" for 6.4%).</summary>
    Unclear,
    Fails,
}

/// <summary>Holds stated figures against stored ones.</summary>
/// <remarks>
/// A figure claims half a unit of its last decimal, ends included: 3.3 stands for 3.25 to 3.35, so not for 3.3656.
/// "About" claims seven tenths of a whole unit either way, one unit of a decimal, or a ten-thousandth of a price; "nearly" one unit below and a tenth above; "more than" anything up to two units (or
/// a quarter of the figure) beyond it, and nothing short of it; "less than" the mirror of that. Beyond that, about as far again (for "nearly" no more
/// than a tenth of the figure) is unclear: people round such figures by feel, and a verdict on them would be a guess.
/// </remarks>
internal static class Precision
{
    /// <summary>A price this near (a fraction) is of the session that is meant, even where it is wrong.</summary>
    public const double NearPrice = 0.006;

    /// <summary>What files may have rounded a price by, as a fraction of it.</summary>
    public const double FileRounding = 2e-6;

    /// <summary>What a bar's cents may hide of a finer price, in dollars.</summary>
    public const double HalfCent = 0.005;

    /// <summary>What binary fractions and files' own rounding may add to a tie.</summary>
    private const double Tie = 1e-9;

    /// <summary>How far, as a fraction, an "about $1,208.80" may be off and still hold: nobody means cents by it.</summary>
    private const double NearCents = 0.0001;

    /// <summary>The same for being unclear rather than wrong.</summary>
    private const double AboutCents = 0.001;

    /// <param name="slack">What the stored figure itself may be off by, in its unit.</param>
    public static Fit Judge(PriceStatement statement, double actual, double slack = 0)
    {
        // A fall by "more than 3%" goes below −3: everything is judged by size, in the stated direction.
        var direction = statement.Value < 0 || (statement.Value == 0 && actual < 0) ? -1 : 1;
        var stated = statement.Value * direction;
        var over = (actual * direction) - stated;
        var unit = Unit(statement);
        slack += Tie * Math.Max(1, stated);
        return statement.Bound switch
        {
            StatedBound.Exact => Within(over, -unit / 2, unit / 2, slack) ? Fit.Holds
            // "As high as $502" for 502.66: cents left out rather than rounded.
            : statement is { Unit: "USD", Decimals: 0 } && Within(over, 0, unit, slack)
                ? Fit.Unclear
            : Fit.Fails,
            StatedBound.About when statement.Unit == "USD" => Band(
                over,
                Math.Max(0.7 * unit, stated * NearCents),
                Math.Max(1.5 * unit, stated * AboutCents),
                slack
            ),
            StatedBound.About => Band(
                over,
                statement.Decimals == 0 ? 0.7 * unit : unit,
                1.5 * unit,
                slack
            ),
            StatedBound.Nearly => Within(over, -unit, unit / 10, slack) ? Fit.Holds
            : Within(over, -Math.Min(2 * unit, Math.Max(unit, stated / 10)), unit / 2, slack)
                ? Fit.Unclear
            : Fit.Fails,
            StatedBound.MoreThan => Beyond(over, stated, unit, slack),
            _ => Beyond(-over, stated, unit, slack),
        };
    }

    /// <summary>The value of the last place that the text gives; a round "about $950" claims tens.</summary>
    public static double Unit(PriceStatement statement)
    {
        var unit = Math.Pow(10, -statement.Decimals);
        if (statement is { Approximate: true, Decimals: 0 })
        {
            for (
                var size = Math.Abs(statement.Value);
                size >= 100 * unit && size % (10 * unit) == 0;

            )
            {
                unit *= 10;
            }
        }

        return unit;
    }

    private static Fit Beyond(double over, double stated, double unit, double slack)
    {
        var room = Math.Max(2 * unit, stated / 4);
        return Within(over, 0, room, slack) ? Fit.Holds
            : Within(over, -unit / 10, 2 * room, slack) ? Fit.Unclear
            : Fit.Fails;
    }

    private static Fit Band(double over, double room, double unclear, double slack) =>
        Within(over, -room, room, slack) ? Fit.Holds
        : Within(over, -unclear, unclear, slack) ? Fit.Unclear
        : Fit.Fails;

    private static bool Within(double value, double low, double high, double slack) =>
        value >= low - slack && value <= high + slack;
}
