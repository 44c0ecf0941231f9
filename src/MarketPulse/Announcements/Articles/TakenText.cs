using System.Collections;

namespace MarketPulse.Announcements.Articles;

/// <summary>The characters of a text that a reader has used: asking and taking cost no more than the stretch is long.</summary>
/// <param name="length">The text's, in UTF-16 code units.</param>
internal sealed class TakenText(int length)
{
    private readonly BitArray _taken = new(length);

    /// <summary>Whether any character of a stretch was taken before.</summary>
    public bool Overlaps(TextSpan span)
    {
        for (var i = span.Start; i < span.End; i++)
        {
            if (_taken[i])
            {
                return true;
            }
        }

        return false;
    }

    public void Take(TextSpan span)
    {
        for (var i = span.Start; i < span.End; i++)
        {
            _taken[i] = true;
        }
    }

    /// <summary>Takes a stretch, unless a part of it was taken before.</summary>
    public bool TryTake(TextSpan span)
    {
        if (Overlaps(span))
        {
            return false;
        }

        Take(span);
        return true;
    }
}
