namespace FaspayBilling.Core.Mail;

/// <summary>A body that is only given out once the sign-in was asked for: otherwise the send breaks off before the mail is complete.</summary>
internal sealed class SignedInContent(byte[] bytes, SmtpSignIn signIn) : MemoryStream(bytes, writable: false)
{
    public override int Read(byte[] buffer, int offset, int count)
    {
        Guard();
        return base.Read(buffer, offset, count);
    }

    public override int Read(Span<byte> buffer)
    {
        Guard();
        return base.Read(buffer);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        Guard();
        return base.ReadAsync(buffer, offset, count, cancellationToken);
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Guard();
        return base.ReadAsync(buffer, cancellationToken);
    }

    private void Guard()
    {
        if (!signIn.Asked)
        {
            throw new SmtpSignIn.NotOfferedException();
        }
    }
}
