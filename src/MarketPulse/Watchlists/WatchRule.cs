using System.Collections.Immutable;

namespace MarketPulse.Watchlists;

/// <summary>
/// When a mail is worth sending: one condition, and how its mails are to be treated. <paramref name="Return"/>,
/// <paramref name="T"/> and <paramref name="P"/> are bounds of one condition, any one of which is enough.
/// </summary>
/// <param name="Name">Its name in mails, tables and silences.</param>
/// <param name="Return">|return| on an announcement's event day at least this, a fraction.</param>
/// <param name="T">|t| of the event day's abnormal return at least this.</param>
/// <param name="P">Two-sided p of the event day's abnormal return at most this.</param>
/// <param name="Volume">Shares traded on the event day at least so many times what ordinary sessions let expect.</param>
/// <param name="Announcement">Kinds (such as <c>results</c>) of which a new announcement is told at once.</param>
/// <param name="Claim"><c>contradicted</c>: a figure that an announcement states and that stored prices contradict.</param>
/// <param name="Promise"><c>due</c>: a promised period begins. <c>missed</c>: it ended.</param>
/// <param name="FollowUp">Sessions after the event day on which a mailed day is looked at again, such as 1, 5 and 20.</param>
/// <param name="YearToDate">The price return since the last session of the year before leaves these bounds.</param>
/// <param name="Drawdown">The close lies this far under the highest close of the year up to then.</param>
/// <param name="Event"><c>tomorrow</c>: an event of the watchlist's events file is on the next day.</param>
/// <param name="Trouble">How long the pipeline may lack something before that is told.</param>
/// <param name="Urgency"><c>high</c>: at once, in quiet hours too. <c>normal</c> (default). <c>low</c>: in the daily digest.</param>
/// <param name="Cooldown">Sessions after a mail of this rule in which it makes no other about the symbol; null or 0 for none.</param>
/// <param name="Repeat">Sessions after which a state that lasts (year to date, drawdown, trouble) is told again; null for never.</param>
public sealed record WatchRule(
    string Name,
    double? Return = null,
    double? T = null,
    double? P = null,
    double? Volume = null,
    ImmutableArray<string>? Announcement = null,
    string? Claim = null,
    string? Promise = null,
    ImmutableArray<int>? FollowUp = null,
    LevelBounds? YearToDate = null,
    LevelBounds? Drawdown = null,
    string? Event = null,
    TroubleBounds? Trouble = null,
    string? Urgency = null,
    int? Cooldown = null,
    int? Repeat = null
)
{
    /// <summary>Whether it looks at an event day's measured move.</summary>
    public bool IsMove => Return is not null || T is not null || P is not null;

    /// <summary>The conditions given, by their names in the file; a valid rule has one.</summary>
    public ImmutableArray<string> Conditions =>
        [
            .. new (string Name, bool Given)[]
            {
                ("return, t or p", IsMove),
                ("volume", Volume is not null),
                ("announcement", Announcement is not null),
                ("claim", Claim is not null),
                ("promise", Promise is not null),
                ("followUp", FollowUp is not null),
                ("yearToDate", YearToDate is not null),
                ("drawdown", Drawdown is not null),
                ("event", Event is not null),
                ("trouble", Trouble is not null),
            }
                .Where(c => c.Given)
                .Select(c => c.Name),
        ];
}
