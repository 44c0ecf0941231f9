using System.Collections.Immutable;
using System.Text.RegularExpressions;
using MarketPulse.Announcements.Articles;
using MarketPulse.Announcements.Lexicons;

namespace MarketPulse.Announcements.Claims;

/// <summary>Finds the products that a text says are there: available, shipping, on sale, in full production. Pure.</summary>
internal static partial class DeliveryReader
{
    /// <summary>
    /// The product named last before the words of each sentence that says so, else the first after them. A sentence that looks
    /// ahead, denies or tells of a delay says nothing.
    /// </summary>
    public static IEnumerable<Mention> Read(ReadableText text, ImmutableArray<Mention> products)
    {
        foreach (var sentence in text.Sentences)
        {
            var words = sentence.Of(text.Text);
            if (Ahead().IsMatch(words) || There().Match(words) is not { Success: true } there)
            {
                continue;
            }

            var at = sentence.Start + there.Index;
            var named = products.Where(p => sentence.Overlaps(p.Span)).ToList();
            if (
                (named.LastOrDefault(p => p.Span.End <= at) ?? named.FirstOrDefault()) is
                { } product
            )
            {
                yield return product;
            }
        }
    }

    private const RegexOptions Flags = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(
        @"\b(now (generally )?available|(is|are|became|becomes) (now |generally |widely )?available|available (now|today|starting today|from today)|(is|are|has|have|began|begins?|begun|started|starts) (now |already |been )?(shipping|shipped)|ships (now|today)|shipped (its |the )?(first|billions)|in full production|in (volume|mass) production|(went|goes|are|is) on sale|launched|deliveries (began|have begun|started))\b|现已上市|现已推出|正式上市|正式开售|已开售|今日开售|开售|已(全面)?量产|全面投产|全面量产|已(经)?(开始)?出货|开始出货|开始交付|已(经)?交付|已(经)?上市|現已上市|已開賣|開賣|全面量產|已量產|開始出貨|已出貨",
        Flags
    )]
    private static partial Regex There();

    [GeneratedRegex(
        @"\b(will|would|to be|expected|expects?|plans?|planned|scheduled|slated|due|not (yet )?|n't|delay(s|ed)?|later this|next (year|month|quarter)|until|before|coming|soon|could|may be|was to)\b|将|將|预计|預計|计划|計劃|尚未|还未|未能|推迟|推遲|延期|明年|有望|或于|即将|即將",
        Flags
    )]
    private static partial Regex Ahead();
}
