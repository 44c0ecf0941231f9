namespace MarketPulse.Feeds;

/// <summary>Notes on one document. A document with ten thousand faults gives as many words as a person reads.</summary>
internal sealed class FeedNotes
{
    /// <summary>Notes of one document at most; what goes beyond is counted.</summary>
    public const int Most = 50;

    /// <summary>Characters of a source's own text within a note.</summary>
    private const int QuoteLength = 80;

    private readonly List<string> _notes = [];
    private int _more;

    public bool IsFull => _notes.Count == Most;

    public void Add(string note)
    {
        if (IsFull)
        {
            _more++;
        }
        else
        {
            _notes.Add(note);
        }
    }

    public void Add(FeedNotes others)
    {
        foreach (var note in others._notes)
        {
            Add(note);
        }

        _more += others._more;
    }

    /// <summary>A source's own text, cut to what a line holds.</summary>
    public static string Quote(string text) =>
        $"'{FeedText.Cut(FeedText.Fold(text), QuoteLength)}'";

    public IReadOnlyList<string> All =>
        _more == 0 ? _notes : [.. _notes, $"And {_more} more notes of this sort."];
}
