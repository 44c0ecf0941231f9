using Microsoft.Extensions.Options;

namespace MarketPulse.Prices;

/// <summary>Daily bars from a folder with one <c>SYMBOL.csv</c> a symbol (IO); <see cref="BarFile"/> says what is in one.</summary>
public sealed class CsvFolderSource(IOptions<PriceOptions> options) : IPriceSource
{
    public const string SourceName = "csv";

    public string Name => SourceName;

    /// <inheritdoc/>
    public Task<PriceReply> GetAsync(
        string symbol,
        DateOnly from,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var (settings, until) = (options.Value.Csv, TradingCalendar.DateOf(now));
        var path = Path.Combine(settings.Folder ?? "", $"{FileName(symbol)}.csv");
        if (!File.Exists(path))
        {
            throw new PriceSourceException(
                $"There is no file {path}. Put the bars of {symbol} there, or correct Prices__Csv__Folder."
            )
            {
                IsUnknownSymbol = true,
            };
        }

        try
        {
            var bars = BarFile.Read(path, settings.IsSplitAdjusted);
            return Task.FromResult(
                new PriceReply(
                    SourceName,
                    [
                        .. bars.Where(b =>
                            !b.IsIncomplete && b.Session >= from && b.Session <= until
                        ),
                    ],
                    [
                        .. bars.Where(b => b.IsIncomplete && b.Session >= from)
                            .Select(b => $"{b.Session:yyyy-MM-dd}: bar left out, {b.Problem}."),
                    ]
                )
            );
        }
        catch (Exception error)
            when (error is FormatException or IOException or UnauthorizedAccessException)
        {
            throw new PriceSourceException($"{error.Message} Correct the file.", error);
        }
    }

    /// <summary>A symbol can't lead out of the folder: what no file name may hold becomes a hyphen.</summary>
    private static string FileName(string symbol) =>
        string.Concat(
            symbol.Select(c =>
                char.IsAsciiLetterOrDigit(c) || c is '^' or '.' or '-' or '=' ? c : '-'
            )
        );
}
