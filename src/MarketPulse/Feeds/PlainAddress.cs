using System.Buffers;

namespace MarketPulse.Feeds;

/// <summary>
/// Addresses that are absolute and in their normal form as they stand, as most in feeds are: <see cref="Uri"/> would give each back
/// as it was, after reading all of it.
/// </summary>
internal static class PlainAddress
{
    /// <summary>A part of a host's name has so many characters at most (RFC 1035, section 2.3.4), so a host of no more has none too long.</summary>
    private const int HostLength = 63;

    /// <summary>Characters that stand for themselves behind the host, and those between them.</summary>
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/?=&"
    );

    /// <summary>Whether an address is plainly such a one, http(s), of <see cref="FeedParser.AddressLength"/> at most.</summary>
    public static bool Is(ReadOnlySpan<char> address)
    {
        if (
            address.Length > FeedParser.AddressLength
            || !address.StartsWith("http", StringComparison.Ordinal)
        )
        {
            return false;
        }

        var rest = address["http".Length..];
        rest = rest.StartsWith("s", StringComparison.Ordinal) ? rest[1..] : rest;
        if (!rest.StartsWith("://", StringComparison.Ordinal))
        {
            return false;
        }

        rest = rest["://".Length..];
        var end = rest.IndexOf('/');
        return end > 0
            && IsHost(rest[..end])
            && !rest[end..].ContainsAnyExcept(Plain)
            // "." and ".." are steps, which lead elsewhere.
            && rest[end..].IndexOf("/.", StringComparison.Ordinal) < 0;
    }

    /// <summary>Lower-case names with a dot or hyphen between, the last of which is no number: that may be an address written in some other way.</summary>
    private static bool IsHost(ReadOnlySpan<char> host)
    {
        var isBetween = true;
        foreach (var c in host)
        {
            var isName = char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c);
            if (!isName && (isBetween || c is not ('.' or '-')))
            {
                return false;
            }

            isBetween = !isName;
        }

        return !isBetween
            && host.Length <= HostLength
            && char.IsAsciiLetter(host[host.LastIndexOf('.') + 1]);
    }
}
