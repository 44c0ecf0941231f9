using System.Net;
using System.Text.Json.Nodes;
using MarketPulse.Prices;

namespace MarketPulse.Tests.Prices;

/// <summary>Yahoo's chart endpoint over bars as traded; it answers whatever it holds, the unfinished and the impossible too.</summary>
internal sealed class ChartServer(TimeProvider clock)
{
    private readonly Dictionary<string, SortedDictionary<DateOnly, DailyPrice?>> _bars = new(
        StringComparer.Ordinal
    );

    /// <summary>Adds or replaces a bar.</summary>
    public void Set(string symbol, DailyPrice bar) => Of(symbol)[bar.Session] = bar;

    /// <summary>Adds a bar whose close is null.</summary>
    public void SetNull(string symbol, DateOnly session) => Of(symbol)[session] = null;

    public void Remove(string symbol, DateOnly session) => Of(symbol).Remove(session);

    /// <summary>Bars on every session between two dates, each closing at what a function gives.</summary>
    public ChartServer Fill(
        string symbol,
        DateOnly from,
        DateOnly to,
        Func<DateOnly, double>? close = null
    )
    {
        foreach (var session in TradingCalendar.Sessions(from, to))
        {
            Set(symbol, Bar(session, close?.Invoke(session) ?? 100));
        }

        return this;
    }

    public static DailyPrice Bar(
        DateOnly session,
        double close,
        double splitRatio = 1,
        double dividend = 0
    ) => new(session, close, close * 1.02, close * 0.98, close, 1000, dividend, splitRatio);

    /// <summary>Answers at both of Yahoo's hosts for these symbols.</summary>
    public ChartServer Serve(FakeWeb web, params string[] symbols)
    {
        foreach (var symbol in symbols)
        {
            web.On(Address(1, symbol), r => Chart(symbol, r))
                .On(Address(2, symbol), r => Chart(symbol, r));
        }

        return this;
    }

    public static string Address(int host, string symbol) =>
        $"https://query{host}.finance.yahoo.com/v8/finance/chart/{Uri.EscapeDataString(symbol)}";

    private SortedDictionary<DateOnly, DailyPrice?> Of(string symbol) =>
        _bars.TryGetValue(symbol, out var bars) ? bars : _bars[symbol] = [];

    private HttpResponseMessage Chart(string symbol, HttpRequestMessage request)
    {
        var begin = long.Parse(
            System.Web.HttpUtility.ParseQueryString(request.RequestUri!.Query)["period1"]!,
            System.Globalization.CultureInfo.InvariantCulture
        );
        var today = TradingCalendar.DateOf(clock.GetUtcNow());
        JsonArray times = [],
            opens = [],
            highs = [],
            lows = [],
            closes = [],
            volumes = [];
        JsonObject splits = [],
            dividends = [];
        foreach (var (session, bar) in Of(symbol))
        {
            // 09:30 in New York, where the calendar knows no session of that date.
            var time = new DateTimeOffset(
                session,
                new(9, 30),
                TradingCalendar.Zone.GetUtcOffset(session.ToDateTime(new(9, 30)))
            ).ToUnixTimeSeconds();
            if (time < begin)
            {
                continue;
            }

            // Its figures are on the share count of the day of the request.
            var later = Of(symbol)
                .Values.OfType<DailyPrice>()
                .Where(b => b.Session > session && b.Session <= today)
                .Aggregate(1.0, (product, b) => product * b.SplitRatio);
            times.Add(time);
            opens.Add(bar?.Open / later);
            highs.Add(bar?.High / later);
            lows.Add(bar?.Low / later);
            closes.Add(bar?.Close / later);
            volumes.Add(bar?.Volume * later);
            if (bar is { Dividend: > 0 })
            {
                dividends[$"{time}"] = new JsonObject
                {
                    ["amount"] = bar.Dividend / later,
                    ["date"] = time,
                };
            }

            if (bar is not null && bar.SplitRatio != 1 && session <= today)
            {
                splits[$"{time}"] = new JsonObject
                {
                    ["date"] = time,
                    ["numerator"] = bar.SplitRatio,
                    ["denominator"] = 1.0,
                };
            }
        }

        var result = new JsonObject
        {
            ["meta"] = new JsonObject { ["exchangeTimezoneName"] = "America/New_York" },
            ["timestamp"] = times,
            ["events"] = new JsonObject { ["splits"] = splits, ["dividends"] = dividends },
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
        return FakeWeb.Answer(
            HttpStatusCode.OK,
            new JsonObject
            {
                ["chart"] = new JsonObject { ["result"] = new JsonArray(result), ["error"] = null },
            }.ToJsonString()
        );
    }
}
