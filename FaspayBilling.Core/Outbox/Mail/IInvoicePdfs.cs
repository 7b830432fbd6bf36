namespace FaspayBilling.Core.Outbox.Mail;

/// <summary>Makes the PDF of an invoice when its mail leaves.</summary>
public interface IInvoicePdfs
{
    /// <summary>The file's bytes as the invoice is now; null when it is not there any more.</summary>
    Task<byte[]?> MakeAsync(long merchantId, long invoiceId, CancellationToken stop);
}
