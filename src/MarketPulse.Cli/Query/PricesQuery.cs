using System.CommandLine;
using System.Globalization;
using MarketPulse.Cli.Output;
using MarketPulse.Queries;

namespace MarketPulse.Cli.Query;

internal static class PricesQuery
{
    public static Command Create()
    {
        var command = new QueryOptions()
            .With("benchmark", "The bars of one of the symbol's benchmarks instead of its own")
            .Command(
                "prices",
                "Daily bars as traded, the adjusted close and the total return.",
                async (host, query, format, cancellation) =>
                    Rows.Write(
                        await host.Get<StoredKnowledge>()
                            .PricesAsync(
                                query.Benchmark ?? query.Symbol,
                                query.From,
                                query.To,
                                cancellation
                            ),
                        format,
                        ("Session", p => Rows.Date(p.Session), true),
                        ("Open", p => Rows.Number(p.Open), true),
                        ("High", p => Rows.Number(p.High), true),
                        ("Low", p => Rows.Number(p.Low), true),
                        ("Close", p => Rows.Number(p.Close), true),
                        (
                            "Volume",
                            p => p.Volume.ToString("N0", CultureInfo.InvariantCulture),
                            true
                        ),
                        (
                            "Dividend",
                            p => p.Dividend == 0 ? "" : Rows.Number(p.Dividend, "0.00####"),
                            true
                        ),
                        (
                            "Split",
                            p =>
                                p.SplitRatio == 1 ? "" : $"{Rows.Number(p.SplitRatio, "0.####")}:1",
                            true
                        ),
                        ("Adjusted close", p => Rows.Number(p.AdjustedClose, "0.0000"), true),
                        ("Return", p => Rows.Percent(p.Return), true)
                    )
            );
        Examples.Of(
            command,
            (
                "query prices --data .marketpulse/replay --from 2024-06-03 --to 2024-06-14",
                "across the 10-for-1 split"
            ),
            ("query prices --benchmark SPY --from 2025-03-01 --format csv", "a benchmark's bars")
        );
        return command;
    }
}
