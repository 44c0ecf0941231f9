using System.CommandLine;
using MarketPulse.Alerts;
using MarketPulse.Cli.Local;
using MarketPulse.Cli.Output;
using MarketPulse.Queries;
using MarketPulse.Queries.Questions;
using Spectre.Console;

namespace MarketPulse.Cli.Charts;

/// <summary><c>marketpulse chart</c>: the path around an announcement as a picture, or the price in the terminal.</summary>
internal static class ChartCommand
{
    public static Command Create()
    {
        var symbol = new Argument<string>("symbol")
        {
            Description = "A watched symbol, such as NVDA",
        };
        var id = new Option<string>("--event")
        {
            Description = "The announcement's id (query announcements --format json)",
            Required = true,
        };
        var output = new Option<string?>("--out")
        {
            Description = "The picture: a .png or .svg file; drawn in the terminal when not given",
        };
        var benchmark = new Option<string?>("--benchmark") { Description = "Default: the first" };
        var data = new Option<string?>("--data")
        {
            Description = "Local data folder; default: the configured storage, or .marketpulse",
        };
        var command = new Command(
            "chart",
            "Draw an announcement's surroundings: the price and what the benchmark lets expect in the terminal, or as a picture the cumulative abnormal return with the band that noise stays in."
        )
        {
            symbol,
            id,
            output,
            benchmark,
            data,
        };
        command.SetAction(
            (parsed, cancellation) =>
                Terminal.GuardAsync(() =>
                    RunAsync(
                        [
                            new(QueryParameters.Symbol.Name, parsed.GetValue(symbol)),
                            new(PathQuestion.Event.Name, parsed.GetValue(id)),
                            new(QueryParameters.Benchmark.Name, parsed.GetValue(benchmark)),
                        ],
                        parsed.GetValue(output),
                        parsed.GetValue(data),
                        cancellation
                    )
                )
        );
        Examples.Of(
            command,
            ("chart NVDA --event 20250318T170000-1a2b3c4d", "in the terminal"),
            (
                "chart NVDA --event 20250318T170000-1a2b3c4d --out keynote.png",
                "one announcement's path"
            )
        );
        return command;
    }

    private static async Task<int> RunAsync(
        KeyValuePair<string, string?>[] asked,
        string? output,
        string? folder,
        CancellationToken cancellation
    )
    {
        var extension = Path.GetExtension(output)?.ToLowerInvariant();
        if (extension is not (null or ".png" or ".svg"))
        {
            throw new SettingException($"--out {output} is neither a .png nor a .svg file.");
        }

        await using var host = await LocalStore.OpenAsync(folder, cancellation);
        try
        {
            var path = await host.Get<PathQuestion>().AskAsync(asked, cancellation);
            if (path.Rows.All(day => day.Cumulative is null))
            {
                throw new SettingException(
                    "There is nothing to draw: too few bars are stored around this announcement. 'marketpulse query path' says which."
                );
            }

            var story = await host.Get<AnnouncementsQuestion>()
                .AskAsync(
                    [asked[0], new(AnnouncementsQuestion.Id.Name, asked[1].Value)],
                    cancellation
                );
            if (output is null)
            {
                var prices = await host.Get<PricesQuestion>()
                    .AskAsync(
                        [
                            asked[0],
                            new(QueryParameters.From.Name, Answer.Date(path.Rows[0].Session)),
                            new(QueryParameters.To.Name, Answer.Date(path.Rows[^1].Session)),
                        ],
                        cancellation
                    );
                Console.Out.Write(TerminalChart.Draw(path.Rows, prices.Rows, story.Rows[0]));
                return Terminal.Done;
            }

            var picture = PathPicture.Draw(path.Rows, story.Rows[0]);
            if (extension == ".svg")
            {
                await File.WriteAllTextAsync(
                    output,
                    picture.GetSvgXml(PathPicture.Width, PathPicture.Height),
                    cancellation
                );
            }
            else
            {
                picture.SavePng(output, PathPicture.Width, PathPicture.Height);
            }

            Terminal.Out.WriteLine(Terminal.Shorten(Path.GetFullPath(output)));
            return Terminal.Done;
        }
        catch (QueryTextException error)
        {
            throw new SettingException($"--{error.Message}", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SettingException($"{output} can't be written: {error.Message}", error);
        }
    }
}
