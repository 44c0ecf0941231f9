using Microsoft.Extensions.Configuration;

namespace MarketPulse.Cli.Replay;

/// <summary>Every scheduled run between two instants, in order; runs of one instant in the order of the data.</summary>
internal sealed class Timetable(IConfiguration configuration)
{
    /// <param name="from">Inclusive (UTC).</param>
    /// <param name="to">Exclusive (UTC).</param>
    public IEnumerable<ScheduledRun> Runs(DateTimeOffset from, DateTimeOffset to)
    {
        var queue =
            new PriorityQueue<(string Function, IEnumerator<DateTime> Times), (DateTime, int)>();
        for (var i = 0; i < FunctionNames.All.Count; i++)
        {
            var times = Schedules
                .Of(configuration, FunctionNames.All[i])
                .GetNextOccurrences(from.UtcDateTime.AddTicks(-1), to.UtcDateTime)
                .GetEnumerator();
            Enqueue(FunctionNames.All[i], times, i);
        }

        while (queue.TryDequeue(out var next, out var at))
        {
            yield return new(next.Function, new DateTimeOffset(at.Item1, TimeSpan.Zero));
            Enqueue(next.Function, next.Times, at.Item2);
        }

        void Enqueue(string function, IEnumerator<DateTime> times, int order)
        {
            if (times.MoveNext())
            {
                queue.Enqueue((function, times), (times.Current, order));
            }
            else
            {
                times.Dispose();
            }
        }
    }
}

/// <summary>A function's run at an instant (UTC).</summary>
internal readonly record struct ScheduledRun(string Function, DateTimeOffset At);
