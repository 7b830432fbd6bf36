namespace FaspayBilling.Core.Formats.Zip;

/// <summary>The check sum that zips keep of each file; the framework's reader does not compare it.</summary>
internal static class Crc32
{
    private static readonly uint[] Table =
    [
        .. Enumerable.Range(0, 256)
            .Select(n => Enumerable.Range(0, 8).Aggregate((uint)n, (c, _) => (c & 1) == 0 ? c >> 1 : 0xEDB88320 ^ (c >> 1)))
    ];

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var b in bytes)
        {
            sum = Table[(byte)(sum ^ b)] ^ (sum >> 8);
        }

        return ~sum;
    }
}
