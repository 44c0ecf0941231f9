using System.Diagnostics;
using System.Globalization;

namespace MarketPulse.Benchmarks.EventStudies;

/// <summary>The benchmarks' figures in under a minute or two: rounds of every method in turn, so that all meet the same machine.</summary>
internal static class EventStudySpeed
{
    private const double SecondsPerRound = 0.3;
    private const int Rounds = 7;

    /// <param name="sizes">Numbers of events: 1000 and 200000 are set up for.</param>
    public static int Run(params int[] sizes)
    {
        foreach (var events in sizes)
        {
            var benchmarks = new EventStudyBenchmarks { Events = events };
            benchmarks.Setup();
            (string Name, Action Work)[] methods =
            [
                ("textbook (baseline)", () => benchmarks.Textbook()),
                ("CAR + exact t, sums made", () => benchmarks.RunningSums()),
                ("CAR + exact t, sums there", () => benchmarks.RunningSumsLoaded()),
                ("every per-event figure", () => benchmarks.EveryFigure()),
                ("every figure and test", () => benchmarks.EveryFigureAndTest()),
            ];
            var seconds = methods.Select(_ => new List<double>()).ToArray();
            // The first round only lets the runtime settle on its fastest code.
            for (var round = -1; round < Rounds; round++)
            {
                for (var m = 0; m < methods.Length; m++)
                {
                    var time = PerRun(methods[m].Work);
                    if (round >= 0)
                    {
                        seconds[m].Add(time);
                    }
                }
            }

            var baseline = Median(seconds[0]);
            Console.WriteLine(
                $"{events} events, 250 estimation sessions, window -10..10, one thread, processor time"
            );
            for (var m = 0; m < methods.Length; m++)
            {
                var median = Median(seconds[m]);
                Console.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"  {methods[m].Name, -28}{events / median, 14:N0} events/s{1e9 * median / events, 10:N0} ns/event{baseline / median, 9:N2} x baseline   (best {events / seconds[m].Min():N0}, worst {events / seconds[m].Max():N0})"
                    )
                );
            }
        }

        return 0;
    }

    /// <summary>Processor time a run: what another process takes of the machine meanwhile doesn't count.</summary>
    private static double PerRun(Action work)
    {
        var (runs, watch) = (0, Stopwatch.StartNew());
        var before = Environment.CpuUsage.TotalTime;
        do
        {
            work();
            runs++;
        } while (watch.Elapsed.TotalSeconds < SecondsPerRound);

        return (Environment.CpuUsage.TotalTime - before).TotalSeconds / runs;
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }
}
