using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using MarketPulse.Prices;
using MarketPulse.Watchlists;

namespace MarketPulse.Cli.Replay;

/// <summary>
/// Answers the pipeline's requests as the real servers would have at the simulated instant: feeds with what had been
/// published by then (ETag, 304), Yahoo's chart with the bars and the splits known by then. Any other request fails.
/// </summary>
internal sealed class HistoryServer(ReplayHistory history, Watchlist watchlist, TimeProvider clock)
    : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var url = request.RequestUri!;
        var feed = watchlist.Feeds.FirstOrDefault(f => f.Url == url);
        return Task.FromResult(
            feed is not null && history.Feeds.TryGetValue(feed.Name, out var entries)
                ? Feed(request, entries)
            : url.AbsolutePath.StartsWith("/v8/finance/chart/", StringComparison.Ordinal)
                ? Chart(url)
            : new HttpResponseMessage(HttpStatusCode.NotFound)
            {
                ReasonPhrase = "The history holds no such address",
            }
        );
    }

    private HttpResponseMessage Feed(HttpRequestMessage request, HistoryFeed feed)
    {
        var (body, etag, lastModified) = feed.At(clock.GetUtcNow());
        var tag = new EntityTagHeaderValue(etag);
        if (request.Headers.IfNoneMatch.Contains(tag))
        {
            return new(HttpStatusCode.NotModified);
        }

        var response = new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = new ByteArrayContent(body),
        };
        response.Headers.ETag = tag;
        response.Content.Headers.LastModified = lastModified;
        response.Content.Headers.ContentType = new(
            feed.IsAtom ? "application/atom+xml" : "application/rss+xml"
        );
        return response;
    }

    private HttpResponseMessage Chart(Uri url)
    {
        var symbol = Uri.UnescapeDataString(url.Segments[^1]);
        if (!history.Prices.TryGetValue(symbol, out var all))
        {
            return Json(
                HttpStatusCode.NotFound,
                new JsonObject
                {
                    ["result"] = null,
                    ["error"] = new JsonObject
                    {
                        ["code"] = "Not Found",
                        ["description"] = "No data found, symbol may be delisted",
                    },
                }
            );
        }

        var query = url
            .Query.TrimStart('?')
            .Split('&')
            .Select(p => p.Split('='))
            .ToDictionary(p => p[0], p => p[1]);
        var (begin, end) = (Seconds(query["period1"]), Seconds(query["period2"]));
        var now = clock.GetUtcNow();
        var known = all.Where(b =>
                TradingCalendar.CloseOf(b.Session) + ReplayHistory.BarDelay <= now
            )
            .ToList();
        return Json(
            HttpStatusCode.OK,
            new JsonObject
            {
                ["result"] = new JsonArray(Result(symbol, known, begin, end)),
                ["error"] = null,
            }
        );
    }

    /// <summary>Yahoo's figures are on the share count of the last bar that it knows.</summary>
    private static JsonObject Result(
        string symbol,
        List<DailyPrice> known,
        DateTimeOffset begin,
        DateTimeOffset end
    )
    {
        var (times, volumes) = (new JsonArray(), new JsonArray());
        JsonArray opens = [],
            highs = [],
            lows = [],
            closes = [];
        JsonObject dividends = [],
            splits = [];
        foreach (var bar in known)
        {
            var open = TradingCalendar.OpenOf(bar.Session);
            if (open < begin || open >= end)
            {
                continue;
            }

            var time = open.ToUnixTimeSeconds();
            var later = known
                .Where(b => b.Session > bar.Session)
                .Aggregate(1.0, (product, b) => product * b.SplitRatio);
            times.Add(time);
            opens.Add(bar.Open / later);
            highs.Add(bar.High / later);
            lows.Add(bar.Low / later);
            closes.Add(bar.Close / later);
            volumes.Add((long)(bar.Volume * later));
            if (bar.Dividend > 0)
            {
                dividends[$"{time}"] = new JsonObject
                {
                    ["amount"] = bar.Dividend / later,
                    ["date"] = time,
                };
            }

            if (bar.SplitRatio != 1)
            {
                splits[$"{time}"] = new JsonObject
                {
                    ["date"] = time,
                    ["numerator"] = bar.SplitRatio,
                    ["denominator"] = 1.0,
                    ["splitRatio"] = $"{bar.SplitRatio}:1",
                };
            }
        }

        return new JsonObject
        {
            ["meta"] = new JsonObject
            {
                ["currency"] = "USD",
                ["symbol"] = symbol,
                ["exchangeTimezoneName"] = "America/New_York",
            },
            ["timestamp"] = times,
            ["events"] = new JsonObject { ["dividends"] = dividends, ["splits"] = splits },
            ["indicators"] = new JsonObject
            {
                ["quote"] = new JsonArray(
                    new JsonObject
                    {
                        ["open"] = opens,
                        ["high"] = highs,
                        ["low"] = lows,
                        ["close"] = closes,
                        ["volume"] = volumes,
                    }
                ),
            },
        };
    }

    private static HttpResponseMessage Json(HttpStatusCode status, JsonObject chart) =>
        new(status)
        {
            Content = new StringContent(
                new JsonObject { ["chart"] = chart }.ToJsonString(),
                new MediaTypeHeaderValue("application/json")
            ),
        };

    private static DateTimeOffset Seconds(string text) =>
        DateTimeOffset.FromUnixTimeSeconds(
            long.Parse(text, System.Globalization.CultureInfo.InvariantCulture)
        );
}
