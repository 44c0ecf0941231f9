namespace MarketPulse.Correlation.CrossSection;

/// <summary>The members of a group in the order of their sessions, firm after firm and all together, to count windows that overlap.</summary>
internal sealed class MemberOverlaps
{
    private readonly int[] _rows;
    private readonly long[] _firmAndRow;
    private readonly int[] _byFirm;
    private readonly int[] _byRow;

    /// <param name="rows">Each member's session.</param>
    /// <param name="firms">Each member's firm.</param>
    public MemberOverlaps(ReadOnlySpan<int> rows, ReadOnlySpan<string> firms)
    {
        _rows = rows.ToArray();
        _firmAndRow = new long[rows.Length];
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < rows.Length; i++)
        {
            if (!numbers.TryGetValue(firms[i], out var number))
            {
                numbers[firms[i]] = number = numbers.Count;
            }

            _firmAndRow[i] = ((long)number << 32) | (uint)rows[i];
        }

        _byFirm = [.. Enumerable.Range(0, rows.Length)];
        _byRow = [.. _byFirm];
        Array.Sort(_firmAndRow, _byFirm);
        Array.Sort(rows.ToArray(), _byRow);
    }

    /// <summary>Pairs of members whose windows share a session: of one firm, and of different firms.</summary>
    /// <param name="includes">Whether a member counts.</param>
    public (long OfOneFirm, long OfDifferentFirms) Count(int length, Func<int, bool> includes)
    {
        var rows = new int[_rows.Length];
        var n = 0;
        foreach (var member in _byRow)
        {
            if (includes(member))
            {
                rows[n++] = _rows[member];
            }
        }

        var pairs = WindowOverlaps.Pairs(rows.AsSpan(0, n), length);
        var (own, firm, first, at) = (0L, -1L, 0, 0);
        for (var i = 0; i < _byFirm.Length; i++)
        {
            if (includes(_byFirm[i]))
            {
                if (_firmAndRow[i] >> 32 != firm)
                {
                    own += WindowOverlaps.Pairs(rows.AsSpan(first, at - first), length);
                    (firm, first) = (_firmAndRow[i] >> 32, at);
                }

                rows[at++] = _rows[_byFirm[i]];
            }
        }

        own += WindowOverlaps.Pairs(rows.AsSpan(first, at - first), length);
        return (own, pairs - own);
    }
}
