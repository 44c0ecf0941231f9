using System.Collections.Immutable;
using MarketPulse.Alerts.Notices;
using MarketPulse.Announcements;
using MarketPulse.Correlation;
using MarketPulse.Correlation.Statements;

namespace MarketPulse.Alerts.Signals;

/// <summary>Prices that an announcement states and that stored prices contradict. Pure.</summary>
public static class ClaimSignals
{
    private const int MostLines = 10;

    /// <param name="stated">Announcements that state a price, their statements held against stored prices.</param>
    /// <returns>One signal an announcement; none where the bars of its day aren't there yet.</returns>
    public static IEnumerable<Signal> Of(
        IEnumerable<AnnouncementStatements> stated,
        Wording words
    ) =>
        from said in stated
        where said.IsCheckable
        let wrong = said
            .Statements.Where(s => s.Held.Verdict == StatementVerdict.Contradicted)
            .ToImmutableArray()
        let announcement = said.Announcement
        select new Signal(
            announcement.Symbol,
            announcement.Id,
            announcement.Kind,
            announcement.Title,
            EventDay.Of(announcement).Session,
            Reason(wrong.Length, said.Statements.Length),
            wrong.IsEmpty ? null : Tell(announcement, wrong, words),
            $"{announcement.Symbol}_claims_{announcement.Id}"
        );

    private static string Reason(int wrong, int all) =>
        wrong == 0 ? $"none of {all} stated {Prices(all)} is contradicted by stored prices"
        : wrong == 1 ? $"1 of {all} stated {Prices(all)} is contradicted by stored prices"
        : $"{wrong} of {all} stated prices are contradicted by stored prices";

    private static string Prices(int count) => count == 1 ? "price" : "prices";

    private static Notice Tell(
        Announcement announcement,
        ImmutableArray<StoryStatement> wrong,
        Wording words
    )
    {
        var told = StoryAnnouncement.All([announcement], words)[0];
        var first = wrong[0].Held;
        return Notice.Of(
            first.Actual is { } actual
                ? words[
                    $"{announcement.Symbol}: a text says {StoryClaimLine.Stated(first.Statement, words)}, stored prices say {StoryClaimLine.Stored(first.Statement, actual, words)}"
                ]
                : words[
                    $"{announcement.Symbol}: a text states a price that stored prices contradict"
                ],
            words.Word(
                wrong.Length == 1 ? "A stated price doesn't hold" : "Stated prices don't hold"
            ),
            told.Title
        ) with
        {
            Lines =
            [
                .. wrong
                    .Take(MostLines)
                    .Select(s => StoryClaimLine.Of(s, words))
                    .Select(line => new NoticeLine(
                        line.Text,
                        "",
                        $"“{line.Quote}” {line.Evidence}".TrimEnd()
                    )),
                new(words.Word("What it is"), "", told.Told),
            ],
            Links =
            [
                .. from source in told.Sources
                where source.Link is not null
                select new NoticeLink(source.Feed, source.Link!),
            ],
            Small =
            [
                words.Word(
                    "Read by rules out of the feed's title and summary, and held against stored daily bars at the precision that the text gives; the reading may be wrong."
                ),
            ],
        };
    }
}
