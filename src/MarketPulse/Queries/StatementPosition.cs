using System.Globalization;

namespace MarketPulse.Queries;

/// <summary>Where a page of statements ended: after an announcement's row, and after some of the statements of the next one.</summary>
/// <param name="Row">Null before the first announcement.</param>
/// <param name="Told">Statements of the announcement that follows, in the order of its text, that earlier pages had.</param>
internal sealed record StatementPosition(string? Row, int Told)
{
    public static StatementPosition Read(string? position)
    {
        var cut = position?.IndexOf(' ', StringComparison.Ordinal) ?? -1;
        return
            cut > 0
            && int.TryParse(
                position.AsSpan(0, cut),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var told
            )
            ? new(position!.Length > cut + 1 ? position[(cut + 1)..] : null, told)
            : new(null, 0);
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Told} {Row}");
}
