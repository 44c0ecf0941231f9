namespace MarketPulse.Tests.Feeds;

internal static class Mutations
{
    /// <summary>Bytes changed, cut out, doubled, and the document cut off.</summary>
    public static byte[] Of(byte[] seed, (ushort At, byte Kind, byte Value)[] changes)
    {
        List<byte> body = [.. seed];
        foreach (var (where, kind, value) in changes)
        {
            if (body.Count == 0)
            {
                break;
            }

            var at = where % body.Count;
            var length = Math.Min(value, body.Count - at);
            switch (kind % 8)
            {
                case 0:
                    body.RemoveRange(at, length);
                    break;
                case 1:
                    body.InsertRange(at, body.GetRange(at, length));
                    break;
                case 2:
                    body[at] = (byte)"<>&\"'/=![]{}:;"[value % 14];
                    break;
                case 3 when value < 32:
                    body.RemoveRange(at, body.Count - at);
                    break;
                case 4:
                    body[at] ^= (byte)(1 << (value % 8));
                    break;
                default:
                    body[at] = value;
                    break;
            }
        }

        return [.. body];
    }
}
