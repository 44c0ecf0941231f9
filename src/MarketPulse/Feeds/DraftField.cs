namespace MarketPulse.Feeds;

/// <summary>A field of an item while it is read: the best telling of it so far, by its rank (0 is best).</summary>
internal struct DraftField
{
    private byte _rank;

    public string? Value { get; private set; }

    public void Tell(byte rank, string value)
    {
        if (IsBetter(rank))
        {
            (Value, _rank) = (value, rank);
        }
    }

    /// <summary>Keeps a markup's text; true where that is longer and was cut.</summary>
    public bool TellPlain(byte rank, string markup, int length)
    {
        if (!IsBetter(rank))
        {
            return false;
        }

        (Value, _rank) = (FeedText.Plain(markup, length), rank);
        return markup.Length > length && Value.Length >= length && Value[^1] == '…';
    }

    private readonly bool IsBetter(byte rank) => Value is null || rank < _rank;
}
