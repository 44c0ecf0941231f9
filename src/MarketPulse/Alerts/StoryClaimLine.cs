using System.Collections.Immutable;
using System.Globalization;
using MarketPulse.Announcements;
using MarketPulse.Announcements.Claims;
using MarketPulse.Announcements.Statements;
using MarketPulse.Correlation.Statements;

namespace MarketPulse.Alerts;

/// <summary>Something that an announcement asserts, as a mail tells it. Pure.</summary>
/// <param name="Text">What is asserted and what became of it, in a line.</param>
/// <param name="Evidence">On what that rests; may be empty.</param>
/// <param name="Quote">The announcement's own words; may be empty.</param>
public sealed record StoryClaimLine(string Text, string Evidence, string Quote)
{
    /// <summary>Lines that a mail shows at most.</summary>
    public const int Most = 6;

    /// <summary>Characters of a quote that a mail shows.</summary>
    private const int LongestQuote = 160;

    /// <summary>The most telling first: contradicted prices, those right on another base, confirmed ones, promises, and what can't be checked.</summary>
    /// <param name="statements">Of all announcements told, in their order.</param>
    public static ImmutableArray<StoryClaimLine> All(
        IEnumerable<StoryStatement> statements,
        IEnumerable<Announcement> announcements,
        Wording words
    )
    {
        var stated = statements
            .GroupBy(s =>
                (
                    s.Held.Statement.Symbol,
                    s.Held.Statement.Field,
                    s.Held.Statement.Value,
                    s.Held.Statement.Unit,
                    s.Held.Session
                )
            )
            .Select(alike => alike.First())
            .ToList();
        var promises = announcements
            .SelectMany(a => a.Claims)
            .DistinctBy(c => (c.Subject, c.Sort, c.Due?.Words))
            .Select(c => (Rank: 3, Line: Of(c, words)));
        ImmutableArray<StoryClaimLine> lines =
        [
            .. stated
                .Select(s => (Rank: Rank(s.Held.Verdict), Line: Of(s, words)))
                .Concat(promises)
                .OrderBy(l => l.Rank)
                .Take(Most)
                .Select(l => l.Line),
        ];
        // A sentence that says several things is quoted once, after the last of them.
        return
        [
            .. lines.Select(
                (line, i) =>
                    i + 1 < lines.Length && lines[i + 1].Quote == line.Quote
                        ? line with
                        {
                            Quote = "",
                        }
                        : line
            ),
        ];
    }

    /// <summary>A price statement with its verdict.</summary>
    public static StoryClaimLine Of(StoryStatement stated, Wording words)
    {
        var (held, statement) = (stated.Held, stated.Held.Statement);
        var figure = Stated(statement, words);
        var said = statement.Approximate ? words[$"about {figure}"] : figure;
        var what = words[$"{statement.Symbol} {said} {Field(held, words)}"];
        return new(
            held switch
            {
                { Verdict: StatementVerdict.ConfirmedOnAnotherBase, Base: { } from } => words[
                    $"{what}: confirmed {words.Stored(from)}"
                ],
                { Verdict: StatementVerdict.Contradicted, Actual: { } actual } => words[
                    $"{what}: contradicted, stored prices say {Stored(statement, actual, words)}"
                ],
                _ => words[$"{what}: {words.Word(Verdict(held.Verdict))}"],
            },
            // Where the line says it all, the reason would only say it again.
            held switch
            {
                { Verdict: StatementVerdict.ConfirmedOnAnotherBase } => "",
                { Session: not null, Actual: not null, Statement.Unit: "USD" } => "",
                _ => words.Stored(MailText.Line(held.Reason, 300)),
            },
            MailText.Line(stated.Quote, LongestQuote)
        );
    }

    /// <summary>A figure as the text gives it.</summary>
    public static string Stated(PriceStatement statement, Wording words) =>
        Figure(statement, statement.Value, statement.Decimals, words);

    /// <summary>A stored figure beside a stated one, at no less than two decimals.</summary>
    public static string Stored(PriceStatement statement, double actual, Wording words) =>
        Figure(statement, actual, Math.Max(statement.Decimals, 2), words);

    private static string Figure(
        PriceStatement statement,
        double value,
        int decimals,
        Wording words
    ) =>
        statement switch
        {
            { Unit: "%" } => Figures.Percent(value / 100, decimals),
            { Field: PriceField.Change } => (value < 0 ? "−" : "+")
                + Figures.Price(Math.Abs(value)),
            { Unit: "USD" } => Figures.Price(value),
            _ => string.Create(
                CultureInfo.InvariantCulture,
                $"{value:#,0.00} {words.Word(statement.Unit)}"
            ),
        };

    private static StoryClaimLine Of(StoryClaim claim, Wording words)
    {
        var subject = MailText.Line(claim.Subject, 80);
        return new(
            claim.Due is { } due
                ? words[$"{subject}: promised for {words.Period(due.Words)}"]
                : words[$"{subject}: said to be there"],
            "",
            MailText.Line(claim.Quote, LongestQuote)
        );
    }

    private static int Rank(StatementVerdict verdict) =>
        verdict switch
        {
            StatementVerdict.Contradicted => 0,
            StatementVerdict.ConfirmedOnAnotherBase => 1,
            StatementVerdict.Confirmed => 2,
            _ => 4,
        };

    private static string Verdict(StatementVerdict verdict) =>
        verdict switch
        {
            StatementVerdict.Contradicted => "contradicted by stored prices",
            StatementVerdict.CannotCheck => "can't be checked",
            _ => "confirmed",
        };

    private static string Field(CheckedStatement held, Wording words) =>
        held.Session is not { } session
            ? words.Word(
                held.Statement.Field switch
                {
                    PriceField.YearToDate => "this year",
                    PriceField.Close => "at the close",
                    PriceField.Change => "on the day",
                    _ => "at some time",
                }
            )
            : held.Statement.Field switch
            {
                PriceField.YearToDate => words[$"this year to {words.Date(session)}"],
                PriceField.Close => words[$"at the close of {words.Date(session)}"],
                PriceField.Open => words[$"at the open of {words.Date(session)}"],
                PriceField.High => words[$"at the high of {words.Date(session)}"],
                PriceField.Low => words[$"at the low of {words.Date(session)}"],
                PriceField.Change => words[$"on {words.Date(session)}"],
                PriceField.PreMarket => words[$"before the open of {words.Date(session)}"],
                PriceField.AfterHours => words[$"after hours on {words.Date(session)}"],
                _ => words[$"in the session of {words.Date(session)}"],
            };
}
