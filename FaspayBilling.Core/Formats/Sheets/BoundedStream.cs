namespace FaspayBilling.Core.Formats.Sheets;

/// <summary>Somebody else's bytes, each told before it is used, so that no small file becomes a large memory.</summary>
/// <param name="inner">Closed with this one.</param>
/// <param name="spend">Takes the count of what was read and gives it back, or throws.</param>
internal sealed class BoundedStream(Stream inner, Func<int, int> spend) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => inner.CanSeek;

    public override bool CanWrite => false;

    public override long Length => inner.Length;

    public override long Position { get => inner.Position; set => inner.Position = value; }

    public override int Read(byte[] buffer, int offset, int count) => spend(inner.Read(buffer, offset, count));

    public override int Read(Span<byte> buffer) => spend(inner.Read(buffer));

    public override long Seek(long offset, SeekOrigin origin) => inner.Seek(offset, origin);

    public override void Flush() => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
