namespace FaspayBilling.Core.Sheets;

/// <summary>A part of a workbook while it unpacks: stops where the budget ends, so that no small file becomes a large memory.</summary>
internal sealed class BoundedStream(Stream part, UnpackBudget budget) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => budget.Spend(part.Read(buffer, offset, count));

    public override int Read(Span<byte> buffer) => budget.Spend(part.Read(buffer));

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            part.Dispose();
        }

        base.Dispose(disposing);
    }
}
