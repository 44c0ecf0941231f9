namespace MarketPulse.Watchlists;

/// <summary>How many trading sessions the pipeline may lack something before that is told.</summary>
/// <param name="Prices">Completed sessions without their bar; 2 where left out, as sources are at times a day late.</param>
/// <param name="Runs">Completed sessions since a function last ran to its end; 2 where left out.</param>
/// <param name="News">Completed sessions without any new announcement; not watched where left out, as companies are silent for weeks.</param>
/// <param name="FeedHours">Hours that a feed may fail; 24 where left out.</param>
public sealed record TroubleBounds(
    int? Prices = null,
    int? Runs = null,
    int? News = null,
    int? FeedHours = null
)
{
    /// <summary>What holds without a rule.</summary>
    public static readonly TroubleBounds Default = new();

    public int SessionsWithoutPrices => Prices ?? 2;

    public int SessionsWithoutRun => Runs ?? 2;

    public TimeSpan FeedFailing => TimeSpan.FromHours(FeedHours ?? 24);
}
