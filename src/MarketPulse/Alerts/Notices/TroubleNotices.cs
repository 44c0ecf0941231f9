namespace MarketPulse.Alerts.Notices;

/// <summary>The words about the pipeline itself.</summary>
public static class TroubleNotices
{
    /// <param name="trouble">What is wrong, since when; as stored.</param>
    public static Notice Of(string trouble, Wording words) =>
        Notice.Of(
            words[$"MarketPulse needs a look: {First(words.Stored(trouble))}"],
            words.Word("MarketPulse needs a look"),
            words.Stored(trouble)
        ) with
        {
            Small =
            [
                words.Word(
                    "Until it works again, moves may go unnoticed. Run `marketpulse doctor` to see every check and its cure."
                ),
            ],
        };

    /// <param name="trouble">What was wrong; as stored.</param>
    public static Notice AllClear(string trouble, DateOnly since, Wording words) =>
        Notice.Of(
            words[$"MarketPulse works again. It was: {First(words.Stored(trouble))}"],
            words.Word("All clear"),
            words[$"What was told on this is over. It had been so since {words.Date(since)}."]
        ) with
        {
            Lines = [new(words.Word("What it was"), "", words.Stored(trouble))],
        };

    /// <summary>The first sentence without its end.</summary>
    private static string First(string text) => text.Split(". ")[0].Split('。')[0].TrimEnd('.');
}
