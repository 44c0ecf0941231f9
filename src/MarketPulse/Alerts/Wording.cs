using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using MarketPulse.Prices;

namespace MarketPulse.Alerts;

/// <summary>
/// The language and the zone that a mail is written in. Sentences stand in the code in English; another language is a table
/// from those to its own, <c>Alerts/Wording.LANGUAGE.json</c>, and what the table lacks is said in English.
/// </summary>
public sealed class Wording
{
    // Before what is made of it: statics come to be in the order written.
    private static readonly ConcurrentDictionary<string, FrozenDictionary<string, string>> Tables =
        new();

    /// <summary>English, in the exchange's zone with UTC beside it.</summary>
    public static readonly Wording English = new("en", TradingCalendar.Zone);

    private readonly FrozenDictionary<string, string> _table;
    private readonly StoredSentences? _reasons;
    private readonly ConcurrentDictionary<string, bool> _untranslated = new();

    /// <param name="language"><c>en</c> or <c>zh</c>.</param>
    /// <param name="zone">The reader's.</param>
    public Wording(string language, TimeZoneInfo zone)
    {
        (Language, Zone) = (language, zone);
        _table = Tables.GetOrAdd(language, l => Read($"Wording.{l}.json", l));
        _reasons = language == "en" ? null : StoredSentences.Of(language);
    }

    /// <summary>As in the page's <c>lang</c>: <c>en</c>, or <c>zh-Hans</c>.</summary>
    public string Tag => Language == "zh" ? "zh-Hans" : Language;

    public string Language { get; }

    /// <summary>The reader's zone.</summary>
    public TimeZoneInfo Zone { get; }

    /// <summary>Sentences that were asked for and that the table lacks.</summary>
    public IEnumerable<string> Untranslated => _untranslated.Keys.Order(StringComparer.Ordinal);

    /// <summary>A sentence in the language; its figures must be text already.</summary>
    public string this[FormattableString sentence] =>
        string.Format(CultureInfo.InvariantCulture, Find(sentence.Format), sentence.GetArguments());

    /// <summary>A word or a sentence without figures.</summary>
    public string Word(string english) => Find(english);

    /// <summary>A date: ISO in English, 年月日 in Chinese.</summary>
    public string Date(DateOnly date) =>
        Language == "zh"
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{date.Year}年{date.Month}月{date.Day}日"
            )
            : Figures.Date(date);

    /// <summary>An instant in exchange time with its zone named, and in the reader's time (UTC for a reader in exchange time).</summary>
    public string Instant(DateTimeOffset instant)
    {
        var beside = Zone.HasSameRules(TradingCalendar.Zone) ? TimeZoneInfo.Utc : Zone;
        var there = TimeZoneInfo.ConvertTime(instant, TradingCalendar.Zone);
        var here = TimeZoneInfo.ConvertTime(instant, beside);
        var day = there.Date == here.Date ? "" : $"{Date(DateOnly.FromDateTime(here.Date))} ";
        return this[
            $"{Date(DateOnly.FromDateTime(there.Date))} {Clock(there)} {City(TradingCalendar.Zone)} ({day}{Clock(here)} {City(beside)})"
        ];
    }

    /// <summary>A promised period as people write it: <c>2026-H2</c> is "H2 2026".</summary>
    /// <param name="period">As <see cref="Announcements.Claims.DuePeriod.Words"/> has it; anything else stays as it is.</param>
    public string Period(string period) => PeriodWords.Say(period, this);

    /// <summary>A sentence that was stored in English: what the language's table of those lacks stays as it is.</summary>
    public string Stored(string english) => _reasons?.Say(english, this) ?? english;

    /// <summary>A zone by its city: <c>America/New_York</c> is "New York".</summary>
    private string City(TimeZoneInfo zone) =>
        zone == TimeZoneInfo.Utc
            ? "UTC"
            : Stored(zone.Id[(zone.Id.LastIndexOf('/') + 1)..].Replace('_', ' '));

    private static string Clock(DateTimeOffset instant) =>
        instant.ToString("HH:mm", CultureInfo.InvariantCulture);

    private string Find(string english)
    {
        if (_table.TryGetValue(english, out var said))
        {
            return said;
        }

        if (Language != "en")
        {
            _untranslated.TryAdd(english, true);
        }

        return english;
    }

    /// <exception cref="ArgumentException">There is no such table.</exception>
    internal static FrozenDictionary<string, string> Read(string table, string language)
    {
        if (language == "en")
        {
            return FrozenDictionary<string, string>.Empty;
        }

        using var stream =
            typeof(Wording).Assembly.GetManifestResourceStream(table)
            ?? throw new ArgumentException($"'{language}' is not spoken here.");
        return JsonSerializer
            .Deserialize<Dictionary<string, string>>(stream)!
            .ToFrozenDictionary(StringComparer.Ordinal);
    }
}
