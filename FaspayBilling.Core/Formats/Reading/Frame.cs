using System.Buffers.Binary;

namespace FaspayBilling.Core.Formats.Reading;

/// <summary>One message to or from the reading process: a byte for the kind, four for the length (little-endian), the bytes.</summary>
public sealed record Frame(FrameKind Kind, byte[] Bytes)
{
    /// <summary>The most bytes that a message may have; neither side makes room for more, whatever the other one says.</summary>
    public const int Longest = 2 * 1024 * 1024;

    private const int Head = 5;

    /// <summary>The next message; null where the other side ended.</summary>
    /// <exception cref="EndOfStreamException">It ended within a message.</exception>
    /// <exception cref="InvalidDataException">It claims to be longer than any message.</exception>
    public static async Task<Frame?> ReadAsync(Stream from)
    {
        var head = new byte[Head];
        var read = await from.ReadAtLeastAsync(head, Head, throwOnEndOfStream: false);
        if (read == 0)
        {
            return null;
        }

        var length = read == Head ? BinaryPrimitives.ReadInt32LittleEndian(head.AsSpan(1)) : throw new EndOfStreamException();
        if (length is < 0 or > Longest)
        {
            throw new InvalidDataException("The message claims to be too long.");
        }

        var bytes = new byte[length];
        await from.ReadExactlyAsync(bytes);
        return new Frame((FrameKind)head[0], bytes);
    }

    /// <summary>Sends it.</summary>
    public async Task WriteAsync(Stream to)
    {
        var message = new byte[Head + Bytes.Length];
        message[0] = (byte)Kind;
        BinaryPrimitives.WriteInt32LittleEndian(message.AsSpan(1), Bytes.Length);
        Bytes.CopyTo(message, Head);
        await to.WriteAsync(message);
        await to.FlushAsync();
    }
}
