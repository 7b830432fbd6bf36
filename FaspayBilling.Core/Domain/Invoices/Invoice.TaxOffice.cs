using FaspayBilling.Core.Domain.TaxOffice.Codes;

namespace FaspayBilling.Core.Domain.Invoices;

/// <summary>What the tax office says of an invoice, and what went out to it.</summary>
public sealed partial class Invoice
{
    /// <summary>It went out in an export.</summary>
    public void MarkExported(DateTime at, string by) => (ExportedAt, ExportedBy) = (at, by);

    /// <summary>The tax office said that its number is approved or replaced: it is spent for good.</summary>
    public void Approve(TaxApproval approval) => TaxApproval = approval;

    /// <summary>Coretax's list shows the same number in a state.</summary>
    public void SeeInCoretax(CoretaxStatus status, DateTime at) => (CoretaxStatus, CoretaxReadAt) = (status, at);

    /// <summary>Takes over what Coretax's list says of it; nothing, when a read-in is taken back.</summary>
    public void ReadBack(string? number, CoretaxStatus? status, TaxApproval approval, DateTime? at) =>
        (CoretaxNumber, CoretaxStatus, TaxApproval, CoretaxReadAt) = (number, status, approval, at);

    /// <summary>Its E-Faktur file carries Coretax's number: the tax office approved it.</summary>
    public void TakeCoretaxNumber(string digits)
    {
        CoretaxNumber = digits;
        TaxApproval = TaxApproval == TaxApproval.Unknown ? TaxApproval.Approved : TaxApproval;
    }

    /// <summary>Its bill page has an address from its first mail on.</summary>
    public void GiveBillKey() => BillKey ??= PublicLinkKey.New();

    /// <summary>Its mail was written to the outbox.</summary>
    public void MarkMailed(DateTime at) => MailedAt = at;
}
