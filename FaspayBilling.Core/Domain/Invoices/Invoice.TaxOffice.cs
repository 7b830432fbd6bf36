using FaspayBilling.Core.Domain.TaxOffice.Codes;

namespace FaspayBilling.Core.Domain.Invoices;

/// <summary>What the tax office says of an invoice, and what went out to it.</summary>
public sealed partial class Invoice
{
    /// <summary>It went out in an export.</summary>
    public void MarkExported(DateTime at, string by) => (ExportedAt, ExportedBy) = (at, by);

    /// <summary>The tax office said that its number is approved or replaced: it is spent for good.</summary>
    public void Approve(TaxApproval approval) => TaxApproval = approval;

    /// <summary>All that was read back of it.</summary>
    public TaxOfficeWord ToldByTaxOffice() => new(CoretaxNumber, CoretaxStatus, TaxApproval, CoretaxReadAt, CoretaxContested);

    /// <summary>Takes over what Coretax's list says of it, or what it said before a read-in that is undone.</summary>
    public void ReadBack(TaxOfficeWord word) =>
        (CoretaxNumber, CoretaxStatus, TaxApproval, CoretaxReadAt, CoretaxContested) =
            (word.Number, word.Status, word.Approval, word.ReadAt, word.Contested);

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
