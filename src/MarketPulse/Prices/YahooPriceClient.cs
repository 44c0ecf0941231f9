using System.Net;

namespace MarketPulse.Prices;

/// <summary>Daily bars from Yahoo's v8 chart endpoint (IO).</summary>
public sealed class YahooPriceClient(HttpClient http) : IPriceSource
{
    public const string SourceName = "yahoo";

    // Both serve the same data; when one is closed to us the other often isn't.
    private static readonly string[] Hosts =
    [
        "query1.finance.yahoo.com",
        "query2.finance.yahoo.com",
    ];

    public string Name => SourceName;

    /// <inheritdoc/>
    public async Task<PriceReply> GetAsync(
        string symbol,
        DateOnly from,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var begin = TradingCalendar.Midnight(from).ToUnixTimeSeconds();
        var query =
            $"/v8/finance/chart/{Uri.EscapeDataString(symbol)}?period1={begin}&period2={now.ToUnixTimeSeconds()}&interval=1d&includePrePost=false&events=div%2Csplits%2CcapitalGains";
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
                // An unknown symbol comes as 404, a span without data as 400, each with the endpoint's own error body, which says
                // more than the status does.
                if (
                    response.StatusCode
                    is HttpStatusCode.OK
                        or HttpStatusCode.NotFound
                        or HttpStatusCode.BadRequest
                )
                {
                    return YahooChart.Parse(symbol, body);
                }

                failures.Add(
                    new HttpRequestException(
                        $"{host} answered {(int)response.StatusCode} {response.ReasonPhrase}"
                    )
                );
            }
            // What one host refuses in the endpoint's own words, the other does too; what isn't the format at all may be this host's alone.
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
