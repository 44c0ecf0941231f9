using Microsoft.Extensions.Logging;

namespace MarketPulse.Telemetry;

/// <summary>
/// What the stages log, each with a number that a query can look for (docs/operations.md lists them): 1… runs, 2… feeds and
/// announcements, 3… prices, 4… mails, 5… tables.
/// </summary>
internal static partial class LogEvents
{
    [LoggerMessage(1001, LogLevel.Information, "{Function}: {Report}", EventName = "RunEnded")]
    public static partial void RunEnded(this ILogger log, string function, StageReport report);

    [LoggerMessage(1002, LogLevel.Warning, "{Function}, {What}: {Why}", EventName = "LeftUndone")]
    public static partial void LeftUndone(
        this ILogger log,
        string function,
        string what,
        string why
    );

    [LoggerMessage(
        2001,
        LogLevel.Information,
        "Feed {Feed} asked not to be asked before {NotBefore:u}.",
        EventName = "FeedDeferred"
    )]
    public static partial void FeedDeferred(
        this ILogger log,
        string feed,
        DateTimeOffset? notBefore
    );

    [LoggerMessage(
        2002,
        LogLevel.Warning,
        "Feed {Feed} has moved to {Address} for good: change it in the watchlist.",
        EventName = "FeedMoved"
    )]
    public static partial void FeedMoved(this ILogger log, string feed, Uri address);

    [LoggerMessage(2003, LogLevel.Information, "Feed {Feed}: {Note}", EventName = "FeedNote")]
    public static partial void FeedNote(this ILogger log, string feed, string note);

    [LoggerMessage(
        2004,
        LogLevel.Debug,
        "Feed {Feed}: '{Title}' skipped, {Reason}.",
        EventName = "ItemSkipped"
    )]
    public static partial void ItemSkipped(
        this ILogger log,
        string feed,
        string title,
        string reason
    );

    [LoggerMessage(
        2005,
        LogLevel.Information,
        "'{Title}' is '{Story}' {How} ({Reason}).",
        EventName = "StoryToldAgain"
    )]
    public static partial void StoryToldAgain(
        this ILogger log,
        string title,
        string story,
        string how,
        string reason
    );

    [LoggerMessage(3001, LogLevel.Warning, "{Symbol} {Note}", EventName = "PriceNote")]
    public static partial void PriceNote(this ILogger log, string symbol, string note);

    [LoggerMessage(
        3002,
        LogLevel.Warning,
        "{Symbol} {Session:yyyy-MM-dd}: the bar that was held back is {Fate}.",
        EventName = "BarLetGo"
    )]
    public static partial void BarLetGo(
        this ILogger log,
        string symbol,
        DateOnly session,
        string fate
    );

    [LoggerMessage(
        3003,
        LogLevel.Warning,
        "{Symbol} {Session:yyyy-MM-dd}: the source revised its bar; close {Old} is now {New}.",
        EventName = "BarRevised"
    )]
    public static partial void BarRevised(
        this ILogger log,
        string symbol,
        DateOnly session,
        double old,
        double @new
    );

    [LoggerMessage(
        3004,
        LogLevel.Warning,
        "{Symbol}: {More} more bars were revised, up to that of {Session:yyyy-MM-dd}.",
        EventName = "MoreBarsRevised"
    )]
    public static partial void MoreBarsRevised(
        this ILogger log,
        string symbol,
        int more,
        DateOnly session
    );

    [LoggerMessage(5001, LogLevel.Warning, "Table {Table}: {Problem}", EventName = "RottenRow")]
    public static partial void RottenRow(this ILogger log, string table, string problem);
}
