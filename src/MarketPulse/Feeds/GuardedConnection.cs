using System.Net;
using System.Net.Sockets;

namespace MarketPulse.Feeds;

/// <summary>
/// Connects only to the Internet's addresses (IO). The name is resolved here and the very address that was checked is connected to,
/// so a name that resolves to something else a moment later reaches nothing.
/// </summary>
internal static class GuardedConnection
{
    /// <summary>A handler that connects so, unpacks what is packed and follows no redirect by itself.</summary>
    /// <param name="allowPrivate">Setting <c>Http:AllowPrivateAddresses</c>.</param>
    public static SocketsHttpHandler Handler(bool allowPrivate)
    {
        var handler = new SocketsHttpHandler
        {
            AutomaticDecompression = DecompressionMethods.All,
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        };
        if (!allowPrivate)
        {
            handler.ConnectCallback = ConnectAsync;
        }

        return handler;
    }

    /// <exception cref="AddressRefusedException">Every address of the name is a private one.</exception>
    private static async ValueTask<Stream> ConnectAsync(
        SocketsHttpConnectionContext context,
        CancellationToken cancellation
    )
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var found = await Dns.GetHostAddressesAsync(host, cancellation);
        // A configured proxy may well be a private machine. It resolves names itself: there only numbers can be judged.
        var asked = context.InitialRequestMessage.RequestUri;
        var isProxy = !SameHost(host, asked);
        if (
            isProxy
            && IPAddress.TryParse(asked?.Host.Trim('[', ']'), out var number)
            && !PublicAddress.Is(number)
        )
        {
            throw Refused(asked!.Host, number.ToString());
        }

        var allowed = isProxy ? found : Array.FindAll(found, PublicAddress.Is);
        if (allowed.Length == 0)
        {
            throw Refused(host, found.Length > 0 ? found[0].ToString() : "no address");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public static AddressRefusedException Refused(string host, string address) =>
        new(
            $"{(host == address ? host : $"{host} ({address})")} is an address of this machine or of a private network, and is not asked. If it is meant, set Http:AllowPrivateAddresses to true."
        );

    private static bool SameHost(string host, Uri? asked) =>
        asked is not null
        && (
            host.Equals(asked.IdnHost, StringComparison.OrdinalIgnoreCase)
            || host.Equals(asked.Host.Trim('[', ']'), StringComparison.OrdinalIgnoreCase)
        );
}
