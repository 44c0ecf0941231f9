namespace MarketPulse.Announcements.Statements.Wording.Names;

/// <summary>Tells words with a capital that are no names.</summary>
internal static class OrdinaryWords
{
    private static readonly HashSet<string> NoNames = new(StringComparer.Ordinal)
    {
        "They",
        "That",
        "This",
        "These",
        "Those",
        "Which",
        "What",
        "She",
        "The",
        "Still",
        "Then",
        "Later",
        "Also",
        "Again",
        "Now",
        "Only",
        "Just",
        "Meanwhile",
        "There",
        "Trading",
        "Momentum",
        "One",
        "Sie",
        "Seine",
        "Ihre",
        "Deren",
        "Dessen",
        "Unsere",
        "Eine",
        "Its",
        "Report",
        "Their",
        "Our",
        "Your",
        "Such",
        "More",
        "Most",
        "Some",
        "Many",
        "All",
        "Common",
        "Class",
        "Company",
        "Der",
        "Die",
        "Das",
        "Dabei",
        "Dann",
        "Danach",
        "Damit",
        "Dort",
        "Zuvor",
        "Und",
        "Auch",
        "Having",
        "With",
        "Yet",
        "Instead",
        "Overall",
        "Price",
        "Change",
        "Previously",
        "Prices",
        "Volume",
        "Sellers",
        "Buyers",
        "Bulls",
        "Bears",
        "US",
        "U.S",
        "U.S.",
        "USA",
        "America",
        "American",
        "China",
        "Chinese",
        "Asia",
        "Asian",
        "Europe",
        "European",
        "Taiwan",
        "Taiwanese",
        "Japan",
        "Japanese",
        "Washington",
        "Beijing",
        "Wall",
        "Street",
        "S",
        "World",
        "AI",
        "CEO",
        "CFO",
    };

    /// <summary>Whether a word with a capital may be a name: "Its shares" has none.</summary>
    public static bool MayBeName(ReadOnlySpan<char> word) =>
        !NoNames.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    /// <summary>"Die Aktie des Unternehmens brach ein": any noun of German has a capital.</summary>
    public static bool HasGermanArticle(Clause clause, int at)
    {
        for (var i = at - 1; i >= Math.Max(0, at - 6); i--)
        {
            if (
                clause.Word(i)
                is "des"
                    or "der"
                    or "dem"
                    or "den"
                    or "das"
                    or "die"
                    or "eines"
                    or "einer"
                    or "seines"
                    or "ihres"
            )
            {
                return true;
            }

            if (
                clause.Tokens[i].Sort
                is not (
                    TokenSort.Word
                    or TokenSort.Capitalised
                    or TokenSort.Capitals
                    or TokenSort.Other
                )
            )
            {
                return false;
            }
        }

        return false;
    }
}
