using MarketPulse.Announcements.Statements.Wording.Texts;

namespace MarketPulse.Announcements.Statements.Wording.Names;

/// <summary>Tells firms of Chinese that no list has, by how their names end.</summary>
internal static class Firms
{
    /// <summary>No firm's name takes more characters.</summary>
    private const int Longest = 14;

    /// <summary>联合能源公司, 某某电子; 该公司 and 这家公司 are somebody named before.</summary>
    public static bool Are(Clause clause, Token token)
    {
        if (token.Sort != TokenSort.Characters || token.End - token.Start is < 4 or > Longest)
        {
            return false;
        }

        var words = PlainCharacters.Of(clause.Word(token));
        return words[0] is not ('该' or '这' or '其' or '本' or '此' or '全' or '首')
            && (
                words.EndsWith("公司", StringComparison.Ordinal)
                || words.EndsWith("集团", StringComparison.Ordinal)
                || words.EndsWith("股份", StringComparison.Ordinal)
                || words.EndsWith("能源", StringComparison.Ordinal)
                || words.EndsWith("电子", StringComparison.Ordinal)
                || words.EndsWith("汽车", StringComparison.Ordinal)
                || words.EndsWith("银行", StringComparison.Ordinal)
                || words.EndsWith("制药", StringComparison.Ordinal)
            );
    }
}
