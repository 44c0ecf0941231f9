using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Options;

namespace MarketPulse.Prices;

/// <summary>Daily bars from Tiingo's end-of-day endpoint, for those who have a token (IO).</summary>
public sealed class TiingoPriceClient(HttpClient http, IOptions<PriceOptions> options)
    : IPriceSource
{
    public const string SourceName = "tiingo";

    public string Name => SourceName;

    /// <inheritdoc/>
    public async Task<PriceReply> GetAsync(
        string symbol,
        DateOnly from,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var address = new Uri(
            $"https://api.tiingo.com/tiingo/daily/{Uri.EscapeDataString(symbol)}/prices?startDate={from:yyyy-MM-dd}&endDate={TradingCalendar.DateOf(now):yyyy-MM-dd}"
        );
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        // In the header, never in the address: addresses are logged.
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Token",
            options.Value.Tiingo.Token
        );
        request.Headers.Accept.ParseAdd("application/json");
        try
        {
            using var response = await http.SendAsync(request, cancellation);
            var body = await response.Content.ReadAsByteArrayAsync(cancellation);
            return response.StatusCode == HttpStatusCode.OK
                ? TiingoDaily.Parse(symbol, body)
                : throw Refusal(symbol, response);
        }
        catch (Exception error)
            when (error is not PriceSourceException && !cancellation.IsCancellationRequested)
        {
            throw new PriceSourceException($"Tiingo, {symbol}: {error.Message}", error);
        }
    }

    private static PriceSourceException Refusal(string symbol, HttpResponseMessage response) =>
        response.StatusCode switch
        {
            HttpStatusCode.NotFound => new($"Tiingo doesn't know {symbol}.")
            {
                IsUnknownSymbol = true,
            },
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new(
                $"Tiingo answered {(int)response.StatusCode}: it doesn't take the token, or the account may not read {symbol}. Check Prices__Tiingo__Token."
            ),
            HttpStatusCode.TooManyRequests => new(
                "Tiingo answered 429: the account's requests of the hour, day or month are used up."
            ),
            _ => new(
                $"Tiingo answered {(int)response.StatusCode} {response.ReasonPhrase} for {symbol}."
            ),
        };
}
