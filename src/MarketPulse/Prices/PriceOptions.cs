using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace MarketPulse.Prices;

/// <summary>Where prices come from and what is believed of them: configuration section <c>Prices</c>.</summary>
public sealed class PriceOptions
{
    public const string Section = "Prices";

    /// <summary>Every source there is.</summary>
    public static readonly IReadOnlyList<string> Known =
    [
        YahooPriceClient.SourceName,
        TiingoPriceClient.SourceName,
        CsvFolderSource.SourceName,
    ];

    /// <summary>The sources, first choice first; the next is asked when one fails. Left out: <c>yahoo</c> alone.</summary>
    public string[]? Sources { get; set; }

    /// <summary>The largest |total return| of one session, a fraction, that is believed without a second source; 0.4 unless set.</summary>
    public double LargestReturn { get; set; } = 0.4;

    public TiingoOptions Tiingo { get; set; } = new();

    public CsvFolderOptions Csv { get; set; } = new();

    /// <summary>The sources in order.</summary>
    public IReadOnlyList<string> Order =>
        Sources is { Length: > 0 } sources ? sources : [YahooPriceClient.SourceName];

    /// <summary>One value with commas says the same as a list and outranks it.</summary>
    internal void Complete(IConfiguration configuration)
    {
        if (configuration[$"{Section}:{nameof(Sources)}"] is { Length: > 0 } text)
        {
            Sources = text.Split(
                ',',
                StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
            );
        }
    }

    internal sealed class Check : IValidateOptions<PriceOptions>
    {
        public ValidateOptionsResult Validate(string? name, PriceOptions options)
        {
            var problems = Problems(options).ToList();
            return problems.Count == 0
                ? ValidateOptionsResult.Success
                : ValidateOptionsResult.Fail(problems);
        }

        private static IEnumerable<string> Problems(PriceOptions options)
        {
            foreach (var source in options.Order.Where(s => !Known.Contains(s)))
            {
                yield return $"Prices:Sources '{source}' is unknown. Set Prices__Sources to a list of {string.Join(", ", Known)}, such as yahoo,tiingo.";
            }

            if (options.Order.Distinct().Count() < options.Order.Count)
            {
                yield return "Prices:Sources names a source twice. Name each once, first choice first.";
            }

            if (options.LargestReturn is not (> 0 and < 100))
            {
                yield return $"Prices:LargestReturn {options.LargestReturn} is not a fraction over 0. Set Prices__LargestReturn to something like 0.4 (40 %).";
            }

            if (
                options.Order.Contains(TiingoPriceClient.SourceName)
                && !TiingoOptions.IsToken(options.Tiingo.Token)
            )
            {
                yield return "Prices:Tiingo:Token is not set, or holds blanks. Set Prices__Tiingo__Token to your API token, or take tiingo out of Prices__Sources.";
            }

            if (
                options.Order.Contains(CsvFolderSource.SourceName)
                && options.Csv.Problem is { } problem
            )
            {
                yield return problem;
            }
        }
    }
}

/// <summary>Section <c>Prices:Tiingo</c>.</summary>
public sealed class TiingoOptions
{
    /// <summary>The account's API token: a secret, sent in a header only and never logged.</summary>
    public string? Token { get; set; }

    internal static bool IsToken(string? text) =>
        !string.IsNullOrEmpty(text) && text.All(c => c is > ' ' and < '\x7f');
}

/// <summary>Section <c>Prices:Csv</c>.</summary>
public sealed class CsvFolderOptions
{
    /// <summary>The folder with a file <c>SYMBOL.csv</c> for each symbol.</summary>
    public string? Folder { get; set; }

    /// <summary>
    /// What its prices are: <c>traded</c> (as quoted on the day), or <c>split-adjusted</c> (divided by every later split of the
    /// file's own <c>split</c> column, volumes multiplied).
    /// </summary>
    public string Basis { get; set; } = "traded";

    internal bool IsSplitAdjusted => Basis == "split-adjusted";

    /// <summary>Which setting can't be used and what to do, or null.</summary>
    internal string? Problem =>
        string.IsNullOrWhiteSpace(Folder)
            ? "Prices:Csv:Folder is not set. Set Prices__Csv__Folder to the folder that holds SYMBOL.csv files, or take csv out of Prices__Sources."
        : Basis is not ("traded" or "split-adjusted")
            ? $"Prices:Csv:Basis '{Basis}' is unknown. Set Prices__Csv__Basis to traded or split-adjusted."
        : null;
}
