using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Domain.Invoices;

/// <summary>Withholding tax that the customer keeps back (docs/sources/faspay.md 6).</summary>
public sealed partial class Invoice
{
    /// <summary>
    /// Refuses <c>document-file.nothing-owed</c>: of what is no receivable (credit and refund notes, self-billed documents), and of what
    /// was cancelled.
    /// </summary>
    public static Refusal? WhyNotDeducted(DocumentType type, InvoiceStatus status) =>
        !type.IsReceivable() ? InvoiceRefusals.WithholdingNoReceivable(type)
        : status == InvoiceStatus.Cancelled ? InvoiceRefusals.WithholdingNothingOwed
        : null;

    /// <summary>Lowers what is owed, and works out the status of an issued invoice.</summary>
    /// <param name="amount">Rupiah, above 0.</param>
    /// <param name="now">When it happens.</param>
    public void Deduct(decimal amount, DateTime now)
    {
        Must(WhyNotDeducted(DocumentType, Status));
        ChangeDeducted(amount, now);
    }

    /// <summary>Takes a deduction back; a cancelled invoice still owes nothing.</summary>
    /// <param name="amount">Rupiah, as it was deducted.</param>
    /// <param name="now">When it happens.</param>
    public void GiveBackDeduction(decimal amount, DateTime now) => ChangeDeducted(-amount, now);

    private void ChangeDeducted(decimal amount, DateTime now)
    {
        Deducted += amount;
        Outstanding = Status == InvoiceStatus.Cancelled ? 0 : Owed;
        Status = Status.IsIssued() ? StatusAt(now) : Status;
    }
}
