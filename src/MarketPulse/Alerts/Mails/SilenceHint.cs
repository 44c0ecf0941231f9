namespace MarketPulse.Alerts.Mails;

/// <summary>How the reader can hear no more of a mail's sort for a while.</summary>
/// <param name="Address">The page that does it, an http(s) address; null where none is set up.</param>
/// <param name="Command">What to type where there is no page; null where nothing in particular can be silenced.</param>
public sealed record SilenceHint(string? Address, string? Command)
{
    private const string Span = "3d";

    /// <param name="dashboard">The page that mails link to; empty for none.</param>
    /// <param name="symbol">Empty where the mail is about no symbol.</param>
    /// <param name="rule">Null where no rule made it.</param>
    /// <returns>Null where there is neither a page nor something to name.</returns>
    public static SilenceHint? Of(string dashboard, string symbol, string? rule)
    {
        var address = MailText.Link(dashboard) is { } page
            ? MailText.Link(View(new(page), symbol, rule))
            : null;
        var command = symbol.Length == 0 && rule is null ? null : Typed(symbol, rule);
        return address is null && command is null ? null : new(address, command);
    }

    private static string View(Uri page, string symbol, string? rule)
    {
        var query = page.Query.Length > 1 ? page.Query[1..] + "&" : "";
        return new UriBuilder(page)
        {
            Query =
                $"{query}view=silences"
                + (symbol.Length == 0 ? "" : $"&symbol={Uri.EscapeDataString(symbol)}")
                + (rule is null ? "" : $"&rule={Uri.EscapeDataString(rule)}"),
        }
            .Uri
            .AbsoluteUri;
    }

    private static string Typed(string symbol, string? rule) =>
        "marketpulse silence add"
        + (symbol.Length == 0 ? "" : $" --symbol {symbol}")
        + (rule is null ? "" : $" --rule {Quoted(rule)}")
        + $" --until {Span} --comment \"not now\"";

    // A shell looks into double quotes, but not at every sign; into single ones it doesn't look at all.
    private static string Quoted(string name) =>
        name.AsSpan().IndexOfAny("\"$`\\!") < 0
            ? $"\"{name}\""
            : $"'{name.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
