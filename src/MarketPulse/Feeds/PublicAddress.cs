using System.Net;
using System.Net.Sockets;

namespace MarketPulse.Feeds;

/// <summary>
/// Tells the Internet's addresses from those of this machine, its networks and its cloud: a feed's address, or a redirect from it,
/// mustn't reach what only this machine can (IANA special-purpose address registries, RFC 6890).
/// </summary>
public static class PublicAddress
{
    private static readonly IPNetwork[] Special =
    [
        .. (
            (string[])
                [
                    "0.0.0.0/8", // this network
                    "10.0.0.0/8",
                    "100.64.0.0/10", // carriers' own
                    "127.0.0.0/8",
                    "169.254.0.0/16", // link-local, with the clouds' metadata
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24", // documentation
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15", // benchmarking
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4", // multicast
                    "240.0.0.0/4",
                    "168.63.129.16/32", // Azure's own host, from within
                    "::/128",
                    "::1/128",
                    "100::/64",
                    "2001::/23", // Teredo and others
                    "2001:db8::/32",
                    "3fff::/20",
                    "5f00::/16",
                    "fc00::/7",
                    "fe80::/10",
                    "fec0::/10",
                    "ff00::/8",
                ]
        ).Select(n => IPNetwork.Parse(n)),
    ];

    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork LocalNat64 = IPNetwork.Parse("64:ff9b:1::/48");
    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");
    private static readonly IPNetwork Compatible = IPNetwork.Parse("::/96");

    /// <summary>Whether an address is one of the Internet's. An IPv6 address that carries an IPv4 one is judged by that.</summary>
    public static bool Is(IPAddress address)
    {
        if (address.AddressFamily == AddressFamily.InterNetworkV6)
        {
            if (address.IsIPv4MappedToIPv6)
            {
                return Is(address.MapToIPv4());
            }

            var bytes = address.GetAddressBytes();
            if (LocalNat64.Contains(address))
            {
                return false;
            }

            if (Nat64.Contains(address) || Compatible.Contains(address))
            {
                return Is(new IPAddress(bytes.AsSpan(12)));
            }

            if (SixToFour.Contains(address))
            {
                return Is(new IPAddress(bytes.AsSpan(2, 4)));
            }
        }

        return !Array.Exists(Special, network => network.Contains(address));
    }
}
