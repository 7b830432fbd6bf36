namespace FaspayBilling.Core.Formats.Zip;

/// <summary>
/// A zip's stream that lets only so much of it be read until <see cref="Opened"/>: a directory of millions of entries would
/// fill the memory before anybody could count them.
/// </summary>
internal sealed class ArchiveStream(Stream file, long directoryLimit) : Stream
{
    private long left = directoryLimit;
    private bool opened;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => file.Length;

    public override long Position { get => file.Position; set => file.Position = value; }

    /// <summary>The directory was read; from now on the files' own limits hold.</summary>
    public void Opened() => opened = true;

    public override int Read(byte[] buffer, int offset, int count) => Count(file.Read(buffer, offset, count));

    public override int Read(Span<byte> buffer) => Count(file.Read(buffer));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Count(await file.ReadAsync(buffer, cancellationToken));

    public override long Seek(long offset, SeekOrigin origin) => file.Seek(offset, origin);

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int Count(int read)
    {
        left -= opened ? 0 : read;
        return left >= 0 ? read : throw new DirectoryTooLongException();
    }

    /// <summary>The zip's directory is longer than any upload within the limits needs.</summary>
    internal sealed class DirectoryTooLongException : Exception;
}
