namespace MarketPulse.Alerts.Notices;

/// <summary>The words about the pipeline itself.</summary>
public static class TroubleNotices
{
    /// <param name="trouble">What is wrong, since when.</param>
    public static Notice Of(string trouble, Wording words) =>
        Notice.Of(
            words[$"MarketPulse needs a look: {trouble.Split(". ")[0].TrimEnd('.')}"],
            words.Word("MarketPulse needs a look"),
            trouble
        ) with
        {
            Small =
            [
                words.Word(
                    "Until it works again, moves may go unnoticed. Run `marketpulse doctor` to see every check and its cure."
                ),
            ],
        };

    /// <param name="trouble">What was wrong.</param>
    public static Notice AllClear(string trouble, DateOnly since, Wording words) =>
        Notice.Of(
            words[$"MarketPulse works again: {trouble.Split(". ")[0].TrimEnd('.')} is over"],
            words.Word("All clear"),
            words[$"What was told on this is over. It had been so since {words.Date(since)}."]
        ) with
        {
            Lines = [new(words.Word("What it was"), "", trouble)],
        };
}
