using System.CommandLine;
using MarketPulse.Announcements.Claims;
using MarketPulse.Cli.Local;
using MarketPulse.Cli.Output;
using MarketPulse.Queries;
using MarketPulse.Watchlists;

namespace MarketPulse.Cli.Query;

/// <summary><c>marketpulse query claims</c>: what was promised, and what became of it.</summary>
internal static class ClaimsQuery
{
    private static readonly Option<string?> Data = new("--data")
    {
        Description = "Local data folder; default: the configured storage, or .marketpulse",
    };
    private static readonly Option<string?> Symbol = new("--symbol")
    {
        Description = "Default: the one that is watched",
    };
    private static readonly Option<string?> Status = new("--status")
    {
        Description = "open, due, moved, confirmed, missed",
    };
    private static readonly Option<string?> AsOf = new("--as-of")
    {
        Description = "As it stood at the end of this day, such as 2025-06-30; default: today",
    };
    private static readonly Option<OutputFormat> Format = new("--format")
    {
        Description = "table (for people), json or csv",
        HelpName = "table|json|csv",
        DefaultValueFactory = _ => OutputFormat.Table,
    };

    public static Command Create()
    {
        // The word that people try first for "for people".
        Format.CustomParser = result =>
            result.Tokens.SingleOrDefault()?.Value is not { } text ? OutputFormat.Table
            : text.Equals("text", StringComparison.OrdinalIgnoreCase) ? OutputFormat.Table
            : Enum.TryParse<OutputFormat>(text, true, out var format) && !int.TryParse(text, out _)
                ? format
            : Refuse(result, text);
        var command = new Command(
            "claims",
            "The ledger of roadmap promises: what announcements promised for when, and which later ones moved or confirmed it."
        )
        {
            Data,
            Symbol,
            Status,
            AsOf,
            Format,
        };
        command.SetAction(
            (parsed, cancellation) =>
                Terminal.GuardAsync(async () =>
                {
                    await using var host = await LocalStore.OpenAsync(
                        parsed.GetValue(Data),
                        cancellation
                    );
                    try
                    {
                        var now = host.Get<TimeProvider>().GetUtcNow();
                        var query = ClaimQueryText.Parse(
                            parsed.GetValue(Symbol),
                            parsed.GetValue(Status),
                            parsed.GetValue(AsOf),
                            DateOnly.FromDateTime(now.UtcDateTime),
                            host.Get<Watchlist>()
                        );
                        Write(
                            await host.Get<StoredKnowledge>().AskAsync(query, cancellation),
                            parsed.GetValue(Format)
                        );
                        return Terminal.Done;
                    }
                    catch (QueryTextException error)
                    {
                        throw new SettingException($"--{error.Message}", error);
                    }
                })
        );
        Examples.Of(
            command,
            (
                "query claims --data .marketpulse/replay --as-of 2025-06-30",
                "every promise, as it stood then"
            ),
            ("query claims --status missed --format json", "what didn't come in its time")
        );
        return command;
    }

    private static OutputFormat Refuse(
        System.CommandLine.Parsing.ArgumentResult result,
        string text
    )
    {
        result.AddError($"'{text}' is no format. Write table, json or csv.");
        return OutputFormat.Table;
    }

    private static void Write(IReadOnlyList<LedgerEntry> promises, OutputFormat format) =>
        Answer.Write(
            promises,
            format,
            new("Product", p => p.Subject, ColumnKind.Figure),
            new("Due", p => p.Due.Words, ColumnKind.Figure),
            new("Status", p => Terminal.Name(p.Status), ColumnKind.Figure),
            new("Promised", p => Answer.Date(p.PromisedOn), ColumnKind.Optional),
            new("In", p => p.Title, ColumnKind.Text),
            new("Why", p => p.Reason, ColumnKind.Text),
            new("By", p => p.DecidedTitle ?? "", ColumnKind.Text)
        );
}
