using System.Collections.Frozen;

namespace MarketPulse.Feeds;

/// <summary>Months by their names.</summary>
internal static class FeedDateMonths
{
    /// <summary>1 to 12 by the beginning of a month's name, or 0.</summary>
    public static int Find(ReadOnlySpan<char> token)
    {
        for (var length = Math.Min(token.Length, 4); length >= 3; length--)
        {
            if (Lookup.TryGetValue(token[..length], out var month))
            {
                return month;
            }
        }

        return 0;
    }

    /// <summary>Beginnings of months' names in the languages that feeds are found to write them in.</summary>
    private static readonly FrozenDictionary<string, int> Months = (
        (string[])
            [
                "jan ene gen янв ιαν",
                "feb fév fev фев φεβ",
                "mar mär mrz мар μάρ μαρ",
                "apr avr abr апр απρ",
                "may mai mei mag maj май мая μάι μαϊ",
                "jun juin giu июн ιούν ιουν",
                "jul juil lug июл ιούλ ιουλ",
                "aug aoû aou ago авг αύγ αυγ",
                "sep set сен σεπ",
                "oct okt ott out окт οκτ",
                "nov noë ноя νοέ νοε",
                "dec dez déc dic дек δεκ",
            ]
    )
        .SelectMany((names, i) => names.Split(' ').Select(name => (name, Month: i + 1)))
        .ToFrozenDictionary(p => p.name, p => p.Month, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, int>.AlternateLookup<
        ReadOnlySpan<char>
    > Lookup = Months.GetAlternateLookup<ReadOnlySpan<char>>();
}
