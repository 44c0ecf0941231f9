using Polly;
using Polly.Fallback;

namespace MarketPulse.Prices;

/// <summary>The configured price sources in order (IO): the first answers, and where it fails the next one does.</summary>
/// <param name="sources">First choice first; at least one.</param>
public sealed class PriceSources(IReadOnlyList<IPriceSource> sources)
{
    public IReadOnlyList<IPriceSource> All => sources;

    /// <exception cref="SettingException">No source of this name is configured.</exception>
    public IPriceSource Named(string source) =>
        sources.FirstOrDefault(s => s.Name == source)
        ?? throw new SettingException(
            $"The price source {source} isn't configured. Add it to Prices__Sources."
        );

    /// <summary>How far from the first choice a source stands; one that isn't configured comes last.</summary>
    public int RankOf(string source)
    {
        var index = sources.ToList().FindIndex(s => s.Name == source);
        return index < 0 ? sources.Count : index;
    }

    /// <summary>The answer of the first source that has any bars.</summary>
    /// <exception cref="PriceSourceException">None gave a usable answer; the message says what each said.</exception>
    public async Task<PriceReply> GetAsync(
        string symbol,
        DateOnly from,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var failures = new List<PriceSourceException>();
        PriceReply? empty = null;
        async ValueTask<PriceReply> AskAsync(IPriceSource source, CancellationToken token)
        {
            try
            {
                var reply = await source.GetAsync(symbol, from, now, token);
                empty ??= reply.Bars.IsEmpty ? reply : null;
                return reply;
            }
            catch (PriceSourceException error)
            {
                failures.Add(error);
                throw;
            }
        }

        try
        {
            var reply = await Fallbacks(AskAsync)
                .ExecuteAsync(token => AskAsync(sources[0], token), cancellation);
            return failures.Count == 0
                ? reply
                : reply with
                {
                    Notes = [.. failures.Select(f => f.Message), .. reply.Notes],
                };
        }
        catch (PriceSourceException) when (empty is not null)
        {
            // "No bars" is an answer too.
            return empty;
        }
        catch (PriceSourceException) when (failures.Count > 1)
        {
            throw new PriceSourceException(
                string.Join(" ", failures.Select(f => f.Message)),
                new AggregateException(failures)
            )
            {
                // A source that is shut may know the symbol yet.
                IsUnknownSymbol = failures.All(f => f.IsUnknownSymbol),
            };
        }
    }

    private ResiliencePipeline<PriceReply> Fallbacks(
        Func<IPriceSource, CancellationToken, ValueTask<PriceReply>> ask
    )
    {
        var pipeline = new ResiliencePipelineBuilder<PriceReply>();
        // What is added first is outermost, so the last resort comes first.
        foreach (var next in sources.Skip(1).Reverse())
        {
            pipeline.AddFallback(
                new FallbackStrategyOptions<PriceReply>
                {
                    Name = next.Name,
                    ShouldHandle = args =>
                        ValueTask.FromResult(
                            args.Outcome.Exception is PriceSourceException
                                || args.Outcome.Result is { Bars.IsEmpty: true }
                        ),
                    FallbackAction = async args =>
                        Outcome.FromResult(await ask(next, args.Context.CancellationToken)),
                }
            );
        }

        return pipeline.Build();
    }
}
