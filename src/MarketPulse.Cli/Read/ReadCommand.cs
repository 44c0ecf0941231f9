using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using MarketPulse.Announcements.Articles;
using MarketPulse.Announcements.Lexicons;
using MarketPulse.Cli.Local;
using MarketPulse.Cli.Output;
using MarketPulse.Cli.Replay;
using MarketPulse.Prices;
using MarketPulse.Queries.Articles;
using MarketPulse.Watchlists;
using Microsoft.Extensions.Configuration;

namespace MarketPulse.Cli.Read;

/// <summary><c>marketpulse read</c>: everything understood of one article.</summary>
internal static class ReadCommand
{
    public static Command Create()
    {
        var source = new Argument<string>("source")
        {
            Description = "A text file or web page, an http(s) address, or - for standard input",
            HelpName = "FILE|URL|-",
        };
        var format = new Option<ReadFormat>("--format")
        {
            Description = "text (for people) or json (with every span)",
            HelpName = "text|json",
            DefaultValueFactory = _ => ReadFormat.Text,
        };
        var data = new Option<string?>("--data")
        {
            Description = "Check prices against this local data folder's bars",
        };
        var prices = new Option<string?>("--prices")
        {
            Description =
                "Check prices against a folder of CSV bars, such as NVDA.csv; default: the bundled history",
        };
        var published = new Option<string?>("--published")
        {
            Description =
                "When it was published, where the text doesn't say: 2025-03-21, or 2025-03-21T12:29Z",
        };
        var symbol = new Option<string?>("--symbol")
        {
            Description = "Read it for this watched symbol only",
        };
        var command = new Command(
            "read",
            "Read one article: who is named, what is claimed and promised, and whether its prices hold."
        )
        {
            source,
            format,
            data,
            prices,
            published,
            symbol,
        };
        command.SetAction(
            (parsed, cancellation) =>
                Terminal.GuardAsync(() =>
                    RunAsync(
                        new(
                            parsed.GetValue(source)!,
                            parsed.GetValue(data),
                            parsed.GetValue(prices),
                            parsed.GetValue(published),
                            parsed.GetValue(symbol)
                        ),
                        parsed.GetValue(format),
                        cancellation
                    )
                )
        );
        Examples.Of(
            command,
            ("read article.txt", "against the bundled prices"),
            ("read https://nvidianews.nvidia.com/news/… --format json", "a web page, for programs"),
            (
                "read - --published 2025-03-18 --prices bars < article.txt",
                "against NVDA.csv in the folder bars"
            )
        );
        return command;
    }

    private static async Task<int> RunAsync(
        ReadRequest request,
        ReadFormat format,
        CancellationToken cancellation
    )
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        var watchlist = request.Watchlist(configuration);
        var lexicon = LexiconFile.Read(
            configuration["Lexicon:File"] is { Length: > 0 } file ? file : LexiconFile.Default
        );
        var bytes = request.Dated(
            await ArticleSource.ReadAsync(request.Source, configuration, cancellation)
        );
        var notes = new List<string>();
        var prices = await request.PricesAsync(watchlist, notes, cancellation);
        var answer = ArticleReading.Read(
            ArticleReader.Read(bytes, lexicon),
            lexicon,
            watchlist,
            prices
        );
        answer = answer with { Notes = answer.Notes.AddRange(notes) };
        if (format == ReadFormat.Json)
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(answer, Json.Indented));
        }
        else
        {
            ReadText.Write(answer);
        }

        return Terminal.Done;
    }
}
