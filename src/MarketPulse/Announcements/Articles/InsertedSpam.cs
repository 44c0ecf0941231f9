using System.Buffers;
using System.Collections.Immutable;

namespace MarketPulse.Announcements.Articles;

/// <summary>Takes inserted fragments out of lines and keeps account of them.</summary>
/// <param name="fragments">Those that recur (<see cref="SpamFragments.Recurring"/>), longest first.</param>
internal sealed class InsertedSpam(ImmutableArray<string> fragments)
{
    private readonly SearchValues<string> _search = SearchValues.Create(
        fragments.AsSpan(),
        StringComparison.Ordinal
    );

    private readonly Dictionary<string, int> _removed = [];

    /// <summary>What was taken out, for people.</summary>
    public IEnumerable<string> Notes =>
        _removed.Select(r => $"Left out as inserted spam: '{r.Key}' ({r.Value}×).");

    /// <summary>What is left of a line (folded), in order; it may be blank.</summary>
    /// <param name="begin">Where the line's own words begin.</param>
    public List<TextSpan> Without(string line, int begin)
    {
        var spans = new List<TextSpan>();
        var end = line.Length;
        if (SpamFragments.Known(line) is { } known)
        {
            Note(known.Of(line));
            (begin, end) =
                known.Start == 0 ? (Math.Max(begin, known.End), end) : (begin, known.Start);
            // One at the beginning may have a companion at the end.
            if (known.Start == 0 && SpamFragments.Known(line[known.End..]) is { Start: > 0 } other)
            {
                Note(other.Of(line[known.End..]));
                end = known.End + other.Start;
            }
        }

        while (begin < end)
        {
            var at = line.AsSpan(begin, end - begin).IndexOfAny(_search);
            if (at < 0)
            {
                spans.Add(new(begin, end));
                break;
            }

            spans.Add(new(begin, begin + at));
            var fragment = fragments.First(f =>
                line.AsSpan(begin + at).StartsWith(f, StringComparison.Ordinal)
            );
            Note(fragment);
            begin += at + fragment.Length;
        }

        return spans;
    }

    private void Note(string fragment) =>
        _removed[fragment] = _removed.GetValueOrDefault(fragment) + 1;
}
