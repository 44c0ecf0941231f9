namespace MarketPulse.Announcements.Lexicons;

/// <summary>What a name can be.</summary>
public static class LexiconTypes
{
    public const string Company = "company";
    public const string Person = "person";
    public const string Product = "product";
    public const string Architecture = "architecture";
    public const string Software = "software";

    /// <summary>A language or reasoning model: something that runs on products.</summary>
    public const string Model = "model";
    public const string Event = "event";

    public static readonly IReadOnlyList<string> All =
    [
        Company,
        Person,
        Product,
        Architecture,
        Software,
        Model,
        Event,
    ];

    /// <summary>Whether it is something that is made: what promises and figures are about.</summary>
    public static bool IsMade(string type) => type is Product or Architecture or Software;
}
