using System.Text.Json;
using System.Text.RegularExpressions;

namespace MarketPulse.Cli.Doctor;

/// <summary>What a deployment gave back: the outputs of infra/main.bicep, as azd keeps them in <c>.azure/NAME/.env</c> (IO).</summary>
internal sealed partial record AzureEnvironment(
    string Name,
    IReadOnlyDictionary<string, string> Values
)
{
    public const string Url = "MARKETPULSE_URL";
    public const string TableEndpoint = "MARKETPULSE_TABLE_ENDPOINT";
    public const string Recipient = "MARKETPULSE_RECIPIENT";
    public const string EmailSender = "MARKETPULSE_EMAIL_SENDER";
    public const string EmailFrom = "MARKETPULSE_EMAIL_FROM";
    public const string AcsEndpoint = "MARKETPULSE_ACS_ENDPOINT";
    public const string VaultName = "MARKETPULSE_VAULT_NAME";

    private static readonly string[] Always =
    [
        "AZURE_LOCATION",
        "AZURE_RESOURCE_GROUP",
        "AZURE_TENANT_ID",
        "SERVICE_FUNCTIONS_NAME",
        Url,
        TableEndpoint,
        Recipient,
        EmailSender,
        EmailFrom,
    ];

    public string this[string name] => Values.GetValueOrDefault(name, "");

    public bool UsesSmtp => this[EmailSender] == "smtp";

    /// <summary>Every output that is missing or can't be meant, in words; empty for a whole one.</summary>
    public IReadOnlyList<string> Problems =>
        [
            .. Always
                .Append(UsesSmtp ? VaultName : AcsEndpoint)
                .Where(name => this[name].Length == 0)
                .Select(name => $"{name} is missing"),
            .. new[] { Url, TableEndpoint, AcsEndpoint }
                .Where(name => this[name].Length > 0 && !IsHttps(this[name]))
                .Select(name => $"{name} '{this[name]}' is not an https address"),
            .. this[EmailSender] is "" or "acs" or "smtp"
                ? Array.Empty<string>()
                : [$"{EmailSender} '{this[EmailSender]}' is neither acs nor smtp"],
        ];

    /// <summary>The settings with which this machine looks at the deployment, signed in as its user and not as the app.</summary>
    /// <param name="folder">Stands in for the mail server, whose password is in the vault and not here.</param>
    public Dictionary<string, string?> Settings(string folder) =>
        new()
        {
            ["Storage:TableEndpoint"] = this[TableEndpoint],
            ["Storage:ConnectionString"] = null,
            ["Storage:ClientId"] = null,
            ["Email:Sender"] = UsesSmtp ? "pickup" : "acs",
            ["Email:PickupFolder"] = folder,
            ["Email:From"] = this[EmailFrom],
            ["Email:To"] = this[Recipient],
            ["Email:AcsEndpoint"] = this[AcsEndpoint],
            ["Email:AcsClientId"] = null,
        };

    /// <summary>Reads an environment of the clone at <paramref name="root"/>.</summary>
    /// <param name="name">Empty for azd's default one.</param>
    /// <exception cref="SettingException">There is none, or it can't be read.</exception>
    public static AzureEnvironment Read(string root, string? name)
    {
        var folder = Path.Combine(root, ".azure");
        try
        {
            name = name is { Length: > 0 } named ? named : DefaultName(folder);
            var file = Path.Combine(folder, name, ".env");
            return File.Exists(file)
                ? new(name, Parse(File.ReadAllText(file)))
                : throw new SettingException(
                    $"There is no azd environment '{name}' in {folder}. Make and deploy one with 'azd up', or name another: {string.Join(", ", Names(folder))}."
                );
        }
        catch (Exception error)
            when (error is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new SettingException(
                $"The azd environment in {folder} can't be read: {error.Message} 'azd env list' shows what there is.",
                error
            );
        }
    }

    /// <summary>Lines such as <c>NAME="value"</c>, with backslashes before what the shell would read.</summary>
    internal static Dictionary<string, string> Parse(string text)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Match line in Line().Matches(text))
        {
            var value = line.Groups["value"].Value.Trim();
            values[line.Groups["name"].Value] =
                value is ['"', .., '"'] ? Escape().Replace(value[1..^1], "$1")
                : value is ['\'', .., '\''] ? value[1..^1]
                : value;
        }

        return values;
    }

    private static string DefaultName(string folder)
    {
        var file = Path.Combine(folder, "config.json");
        if (
            File.Exists(file)
            && JsonSerializer
                .Deserialize<JsonElement>(File.ReadAllText(file))
                .TryGetProperty("defaultEnvironment", out var name)
            && name.GetString() is { Length: > 0 } given
        )
        {
            return given;
        }

        throw new SettingException(
            $"Nothing is deployed from here: {folder} names no azd environment. Run 'azd up' at the top of the repository first (docs/deploy.md), or name one with --azure NAME."
        );
    }

    private static IEnumerable<string> Names(string folder) =>
        Directory.Exists(folder)
            ? Directory.EnumerateDirectories(folder).Select(d => Path.GetFileName(d)!)
            : [];

    private static bool IsHttps(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps;

    [GeneratedRegex(
        @"^\s*(?:export\s+)?(?<name>[A-Za-z_][A-Za-z0-9_]*)=(?<value>[^\r\n]*)",
        RegexOptions.Multiline
    )]
    private static partial Regex Line();

    [GeneratedRegex(@"\\(.)")]
    private static partial Regex Escape();
}
