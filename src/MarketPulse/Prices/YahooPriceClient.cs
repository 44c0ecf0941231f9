using System.Net;

namespace MarketPulse.Prices;

/// <summary>Daily bars from Yahoo's v8 chart endpoint (IO).</summary>
public sealed class YahooPriceClient(HttpClient http)
{
    public const string Name = "yahoo";

    // Both serve the same data; when one is closed to us the other often isn't.
    private static readonly string[] Hosts =
    [
        "query1.finance.yahoo.com",
        "query2.finance.yahoo.com",
    ];

    /// <summary>The bars from one date to an instant, as the source knows them now.</summary>
    /// <param name="symbol">Yahoo's symbol, such as <c>NVDA</c> or <c>^GSPC</c>.</param>
    /// <param name="from">The exchange's date of the first bar, inclusive.</param>
    /// <param name="until">Exclusive.</param>
    /// <exception cref="PriceSourceException">Neither host gave a usable answer.</exception>
    public async Task<PriceReply> GetAsync(
        string symbol,
        DateOnly from,
        DateTimeOffset until,
        CancellationToken cancellation
    )
    {
        var begin = new DateTimeOffset(from, TimeOnly.MinValue, TimeSpan.Zero).ToUnixTimeSeconds();
        var query =
            $"/v8/finance/chart/{Uri.EscapeDataString(symbol)}?period1={begin}&period2={until.ToUnixTimeSeconds()}&interval=1d&includePrePost=false&events=div%2Csplits%2CcapitalGains";
        List<Exception> failures = [];
        foreach (var host in Hosts)
        {
            try
            {
                using var response = await http.GetAsync(
                    new Uri($"https://{host}{query}"),
                    cancellation
                );
                var body = await response.Content.ReadAsByteArrayAsync(cancellation);
                // An unknown symbol comes as 404 with the endpoint's own error body, which says more than the status does.
                if (response.StatusCode is HttpStatusCode.OK or HttpStatusCode.NotFound)
                {
                    return YahooChart.Parse(symbol, body);
                }

                failures.Add(
                    new HttpRequestException(
                        $"{host} answered {(int)response.StatusCode} {response.ReasonPhrase}"
                    )
                );
            }
            // A symbol that one host doesn't know, the other doesn't either; what isn't the format at all may be this host's alone.
            catch (Exception error)
                when (error is not PriceSourceException { InnerException: null }
                    && !cancellation.IsCancellationRequested
                )
            {
                failures.Add(error);
            }
        }

        throw new PriceSourceException(
            $"No prices for {symbol}: {string.Join("; ", failures.Select(f => f.Message))}. What is stored stays; the next run asks again.",
            new AggregateException(failures)
        );
    }
}
