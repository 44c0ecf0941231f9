using System.CommandLine;
using MarketPulse.Cli.Output;

namespace MarketPulse.Cli.Feed;

/// <summary><c>marketpulse feed</c>: what is read of a feed or a page, and what wasn't.</summary>
internal static class FeedCommand
{
    public static Command Create()
    {
        var source = new Argument<string>("source")
        {
            Description = "A file, an http(s) address, or - for standard input",
            HelpName = "FILE|URL|-",
        };
        var format = new Option<FeedOutput>("--format")
        {
            Description = "For people, or as one JSON object",
        };
        var command = new Command(
            "feed",
            "Shows the items of a feed, or of a page, as MarketPulse reads them, and what it had to skip or mend. Stores nothing."
        )
        {
            source,
            format,
        };
        command.SetAction(
            (parsed, cancellation) =>
                Terminal.GuardAsync(() =>
                    RunAsync(parsed.GetRequiredValue(source), parsed.GetValue(format), cancellation)
                )
        );
        Examples.Of(
            command,
            ("feed https://nvidianews.nvidia.com/releases.xml", "a feed from the web"),
            ("feed saved.xml --format json", "a file, for a program"),
            ("feed - < saved.xml", "from a pipe")
        );
        return command;
    }

    private static async Task<int> RunAsync(
        string source,
        FeedOutput format,
        CancellationToken cancellation
    )
    {
        var document = await FeedSource.ReadAsync(source, cancellation);
        if (document is null)
        {
            return Terminal.Failed;
        }

        if (format == FeedOutput.Json)
        {
            FeedJson.Write(document);
        }
        else
        {
            FeedReport.Write(document);
        }

        return document.Format == MarketPulse.Feeds.FeedFormat.None
            ? Terminal.Failed
            : Terminal.Done;
    }
}

/// <summary>How a feed is shown.</summary>
internal enum FeedOutput
{
    /// <summary>For people.</summary>
    Text,

    /// <summary>One object: format, title, url, encoding, items, notes.</summary>
    Json,
}
