using System.Text;

namespace MarketPulse.Feeds;

/// <summary>Text that mostly comes in one piece, and then is not copied.</summary>
internal struct TextPieces
{
    private string? _only;
    private StringBuilder? _all;

    public void Add(string piece)
    {
        if (_only is null)
        {
            _only = piece;
        }
        else
        {
            (_all ??= new StringBuilder(_only)).Append(piece);
        }
    }

    public override readonly string ToString() => _all?.ToString() ?? _only ?? "";
}
