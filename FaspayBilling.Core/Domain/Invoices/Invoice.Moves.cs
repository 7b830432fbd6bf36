using FaspayBilling.Core.Domain.Invoices.Actions;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Invoices.Lines;
using FaspayBilling.Core.Domain.Invoices.Payments;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Domain.TaxOffice.Codes;

namespace FaspayBilling.Core.Domain.Invoices;

/// <summary>What may happen to an invoice.</summary>
public sealed partial class Invoice
{
    /// <summary>Draft to Proforma.</summary>
    public void SendAsProforma()
    {
        Must(WhyNot(InvoiceAction.SendAsProforma));
        Status = InvoiceStatus.Proforma;
    }

    /// <summary>
    /// Draft or Proforma to issued: stores the issue instant, the document id, both cancellation deadlines and the one for rejections.
    /// </summary>
    public void Issue(
        DateTime now,
        string documentId,
        int? windowHours,
        int documentWindowHours,
        int rejectWindowHours = DocumentWindow.Hours,
        long? counterpartyMerchantId = null)
    {
        Must(WhyNot(Status == InvoiceStatus.Proforma ? InvoiceAction.IssueAsInvoice : InvoiceAction.Send));
        IssuedAt = now;
        DocumentId = documentId;
        CancelDeadline = windowHours is { } hours ? now.AddHours(hours) : null;
        DocumentCancelDeadline = now.AddHours(documentWindowHours);
        DocumentRejectDeadline = now.AddHours(rejectWindowHours);
        CounterpartyMerchantId = counterpartyMerchantId;
        Status = StatusAt(now);
    }

    /// <summary>The receiver asks for a rejection: the status stays, the issuer decides.</summary>
    public void RequestRejection(DateTime now, string reason) => (RejectRequestedAt, RejectReason) = (now, reason);

    /// <summary>
    /// Adds a payment and works out what is owed and the status; that of a settlement stands on a credit note too, money never does.
    /// </summary>
    public void Pay(Payment payment, DateTime now)
    {
        Must(payment.SettlesInvoiceId is null ? WhyNot(InvoiceAction.RecordPayment) : PaymentRules.WhyNotOpen(Status));
        payments.Add(payment);
        Paid += payment.Amount;
        Outstanding = Owed;
        Status = StatusAt(now);
    }

    /// <summary>Takes a payment back: it stays listed, but what is owed and the status are as if it had not come.</summary>
    public void Undo(Payment payment, DateTime now, string who)
    {
        Must(Status.IsIssued() ? null : InvoiceRefusals.PaymentNotUndoable(Status));
        Must(payment.UndoneAt is null ? null : InvoiceRefusals.PaymentUndone);
        (payment.UndoneAt, payment.UndoneBy) = (now, who);
        Paid -= payment.Amount;
        Outstanding = Owed;
        Status = StatusAt(now);
    }

    /// <summary>The status that the facts give at <paramref name="now"/>; only for issued invoices.</summary>
    public void Recompute(DateTime now) =>
        Status = Status.IsIssued()
            ? StatusAt(now)
            : throw new InvalidOperationException($"{Number} is {Status.Text()}: its status does not follow from the facts.");

    /// <summary>Cancelled is final; payments stay, nothing is owed any more, the number stays held (docs/rules.md 5).</summary>
    public void Cancel(DateTime now, string? reason)
    {
        Must(Status.IsOpen() ? null : InvoiceRefusals.InvoiceNotCancellable(Status));
        Status = InvoiceStatus.Cancelled;
        CancelledAt = now;
        CancelReason = reason;
        Outstanding = 0;
    }

    /// <summary>It may be handed an E-Faktur No (docs/rules.md 4).</summary>
    public bool MayTakeNumber => WhyNotNumbered is null;

    public void Give(TaxNumber number)
    {
        Must(WhyNotNumbered);
        TaxNumber = number;
    }

    /// <summary>
    /// Returns the number that the invoice gives up; what Coretax said of it, such as a rejection, goes with it.
    /// </summary>
    /// <param name="hasTaxFile">An E-Faktur file was uploaded for the number: it then stays.</param>
    public TaxNumber ReleaseTaxNumber(bool hasTaxFile)
    {
        Must(ReleasePolicy.WhyNot(Facts(hasTaxFile, referenced: false)));
        var released = TaxNumber!.Value;
        (TaxNumber, ExportedAt, ExportedBy) = (null, null, null);
        (CoretaxNumber, CoretaxStatus, CoretaxReadAt) = (null, null, null);
        return released;
    }

    public void Delete(DateTime now)
    {
        Must(WhyNot(InvoiceAction.Delete));
        DeletedAt = now;
    }

    /// <summary>
    /// What the policies need to know; <paramref name="hasTaxFile"/> and <paramref name="referenced"/> come from other rows.
    /// </summary>
    public InvoiceFacts Facts(bool hasTaxFile, bool referenced) => new()
    {
        Status = Status,
        InvoiceTax = InvoiceTax,
        HasTaxNumber = TaxNumber is not null,
        HasCoretaxNumber = CoretaxNumber is not null,
        HasTaxFile = hasTaxFile,
        Exported = ExportedAt is not null,
        TaxApproval = TaxApproval,
        Paid = Paid,
        CancelDeadline = CancelDeadline,
        DocumentCancelDeadline = DocumentCancelDeadline,
        Referenced = referenced,
        DocumentType = DocumentType,
    };

    private Refusal? WhyNotNumbered => GeneratePolicy.WhyNot(Facts(hasTaxFile: false, referenced: false));

    private decimal Owed => Total - Paid - Deducted;

    private InvoiceStatus StatusAt(DateTime now) => InvoiceStatuses.OfIssued(Outstanding, Paid, Due, now, DocumentType);

    // None of the moves that ask here depends on the time or on the module.
    private Refusal? WhyNot(InvoiceAction action) =>
        InvoiceActions.WhyNot(action, Facts(hasTaxFile: false, referenced: false), eFakturModule: true, default);

    private void Must(Refusal? no)
    {
        if (no is not null)
        {
            throw new InvalidOperationException($"{Number}: {no.Code}");
        }
    }
}
