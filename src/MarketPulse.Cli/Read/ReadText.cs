using System.Globalization;
using System.Text;
using MarketPulse.Cli.Output;
using MarketPulse.Queries.Articles;

namespace MarketPulse.Cli.Read;

/// <summary>What was read of an article, for people.</summary>
internal static class ReadText
{
    private const int LongestQuote = 90;

    public static void Write(ArticleAnswer answer) => Console.Out.Write(Of(answer));

    /// <summary>Sections, each with a line for everything found; what wasn't found is said, not left out.</summary>
    public static string Of(ArticleAnswer answer)
    {
        var text = new StringBuilder();
        Announcement(text, answer.Announcement);
        Section(text, "Named", Mentions(answer));
        Section(text, "Promised", answer.Claims.Where(c => c.Due is not null).SelectMany(Promise));
        Section(text, "Claimed", answer.Claims.Where(c => c.Due is null).SelectMany(Quantity));
        Section(text, "Said about prices", answer.PriceStatements.SelectMany(Statement));
        Section(text, "Notes", answer.Notes.Select(n => $"  {n}"));
        return text.ToString();
    }

    private static void Announcement(StringBuilder text, ArticleSummary article)
    {
        Line(article.Title.Length > 0 ? article.Title : "(no headline)");
        Line($"  kind        {article.Kind} ({article.KindReason})");
        Line($"  about       {article.Symbol ?? "nothing watched"} ({article.Relevance})");
        Line(
            $"  published   {Day(article.PublishedOn)}{(article.PublishedAt is { } at ? $" ({at.UtcDateTime:yyyy-MM-dd HH:mm} UTC)" : "")}"
        );
        if (article.StoryDate is not null)
        {
            Line($"  dateline    {Day(article.StoryDate)}");
        }

        Line($"  happened    {Day(article.EventDate)}");
        Line($"  event day   {Day(article.EventDay)} ({article.EventDayReason})");
        Line($"  language    {article.Language}");

        void Line(string line) => text.Append(line).Append('\n');
    }

    private static void Section(StringBuilder text, string heading, IEnumerable<string> lines)
    {
        text.Append('\n').Append(heading).Append('\n');
        var any = false;
        foreach (var line in lines)
        {
            text.Append(line).Append('\n');
            any = true;
        }

        if (!any)
        {
            text.Append("  nothing\n");
        }
    }

    private static IEnumerable<string> Mentions(ArticleAnswer answer) =>
        answer
            .Mentions.GroupBy(m => m.Type)
            .Select(type =>
                $"  {type.Key, -13} {string.Join(", ", type.GroupBy(m => m.Name).Select(n => n.Count() > 1 ? $"{n.Key} ({n.Count()})" : n.Key))}"
            );

    private static IEnumerable<string> Promise(ClaimAnswer claim)
    {
        yield return $"  {claim.Subject}: due {claim.Due}";
        yield return Quote(claim.Quote, claim.Start, claim.End);
    }

    private static IEnumerable<string> Quantity(ClaimAnswer claim)
    {
        var measure = claim.Measure is { } m && m != claim.Subject ? $" {m}" : "";
        var against = claim.ComparedWith is { } other ? $", against {other}" : "";
        yield return $"  {(claim.Subject.Length > 0 ? claim.Subject + ": " : "")}{Figure(claim)}{measure}{against}";
        if (claim.Arithmetic is { } sum)
        {
            yield return $"    the text's sum: {sum}";
        }

        yield return Quote(claim.Quote, claim.Start, claim.End);
    }

    private static string Figure(ClaimAnswer claim) =>
        claim.Value!.Value.ToString("#,0.######", CultureInfo.InvariantCulture)
        + (claim.Unit == "x" ? "×" : $" {claim.Unit}");

    private static IEnumerable<string> Statement(StatementAnswer said)
    {
        var value = said.Value.ToString("#,0.####", CultureInfo.InvariantCulture).Replace('-', '−');
        yield return $"  {said.Symbol ?? "not watched"} {Words(said.Field)} {(said.Approximate ? "about " : "")}{value} {said.Unit}"
            + $"{(said.Session is { } day ? $" on {Answer.Date(day)}" : "")}: {Words(said.Verdict)}";
        yield return $"    {said.Reason}";
        yield return Quote(said.Quote, said.Start, said.End);
    }

    private static string Quote(string quote, int start, int end)
    {
        var line = quote.ReplaceLineEndings(" ");
        return $"    “{(line.Length <= LongestQuote ? line : line[..(LongestQuote - 1)] + "…")}” ({start}–{end})";
    }

    /// <summary>yearToDate → year to date.</summary>
    private static string Words(string name) =>
        string.Concat(
            name.Select(c => char.IsAsciiLetterUpper(c) ? $" {char.ToLowerInvariant(c)}" : $"{c}")
        );

    private static string Day(DateOnly? date) => date is { } day ? Answer.Date(day) : "unknown";
}
