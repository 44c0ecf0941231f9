namespace MarketPulse.Alerts.Templates;

/// <summary>The mails' inline styles: what a client may do without a style sheet.</summary>
internal static class MailStyle
{
    public const string Font =
        "font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;";

    public const string Ink = Font + "color:#1f2933;";

    public const string Body = "font-size:15px;line-height:23px;";

    public const string Small = Font + "color:#56636f;font-size:13px;line-height:19px;";

    public const string Line = "border-top:1px solid #dfe4e9;";

    public const string Under = "border-bottom:1px solid #dfe4e9;";

    public const string Card =
        "width:100%;max-width:640px;background:#fdfdfe;border:1px solid #dfe4e9;border-radius:10px;border-collapse:separate;";

    public const string Section = "padding:22px 16px 0 16px;";

    public const string Heading =
        Ink + "margin:0 0 8px 0;font-size:16px;line-height:22px;font-weight:700;";

    public const string Head = Small + Under + "padding:0 0 4px 0;font-weight:600;";

    public const string Cell = Ink + "font-size:14px;line-height:20px;padding:8px 0 0 0;";

    public const string LinkStyle =
        Font + "color:#1a4fc4;font-size:13px;line-height:19px;text-decoration:underline;";
}
