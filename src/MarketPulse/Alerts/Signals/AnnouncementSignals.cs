using MarketPulse.Alerts.Notices;
using MarketPulse.Announcements;
using MarketPulse.Correlation;
using MarketPulse.Watchlists;

namespace MarketPulse.Alerts.Signals;

/// <summary>New announcements of a rule's kinds, told before they are measured. Pure.</summary>
public static class AnnouncementSignals
{
    public static IEnumerable<Signal> Of(
        WatchRule rule,
        IEnumerable<Announcement> announcements,
        Wording words
    ) =>
        from announcement in announcements
        let kind = AlertStory.Name(announcement.Kind)
        where rule.Announcement!.Value.Contains(kind, StringComparer.OrdinalIgnoreCase)
        let day = EventDay.Of(announcement)
        select new Signal(
            announcement.Symbol,
            announcement.Id,
            announcement.Kind,
            announcement.Title,
            day.Session,
            $"a new announcement of the kind {kind}",
            Tell(announcement, day, words),
            $"{announcement.Symbol}_new_{announcement.Id}"
        );

    private static Notice Tell(Announcement announcement, EventDay day, Wording words)
    {
        var told = StoryAnnouncement.All([announcement], words)[0];
        return Notice.Of(
            words[
                $"{announcement.Symbol}: {words.Word(AlertWords.Kind(announcement.Kind))}, not yet measured"
            ],
            told.Title,
            words[
                $"The market can first act on it in the session of {words.Date(day.Session)}; what moved is measured when that session is over."
            ]
        ) with
        {
            Lines =
            [
                new(words.Word("What it is"), "", told.Told),
                .. told.Summary.Length > 0
                    ? [new NoticeLine(words.Word("In its own words"), "", told.Summary)]
                    : Array.Empty<NoticeLine>(),
            ],
            Links =
            [
                .. from source in told.Sources
                where source.Link is not null
                select new NoticeLink(source.Feed, source.Link!),
            ],
        };
    }
}
