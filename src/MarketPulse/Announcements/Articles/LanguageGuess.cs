using System.Text.RegularExpressions;

namespace MarketPulse.Announcements.Articles;

/// <summary>What a text is written in, by its script and its commonest words.</summary>
internal static partial class LanguageGuess
{
    private const int Sample = 20_000;

    public static ArticleLanguage Of(string text)
    {
        var part = text.Length > Sample ? text[..Sample] : text;
        var letters = part.Count(char.IsLetter);
        var chinese = part.Count(c => c is >= '\u4E00' and <= '\u9FFF');
        return chinese * 6 > letters ? ArticleLanguage.Chinese
            : German().Count(part) > English().Count(part) ? ArticleLanguage.German
            : ArticleLanguage.English;
    }

    [GeneratedRegex(
        @"\b(?:der|die|das|und|ist|nicht|ein|eine|im|auf|mit|für|von|um|dem|den|des)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex German();

    [GeneratedRegex(
        @"\b(?:the|and|of|to|in|is|that|for|on|with|as|at|by|from|its|was)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex English();
}
