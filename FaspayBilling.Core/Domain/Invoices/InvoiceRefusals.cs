using System.Globalization;
using FaspayBilling.Core.Domain.Attachments;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Invoices.Lines;
using FaspayBilling.Core.Domain.Invoices.Payments;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Domain.Invoices;

/// <summary>The "no" about invoices, their lines and their payments.</summary>
public static class InvoiceRefusals
{
    public static readonly Refusal WithholdingNothingOwed = Refusal.Bad("document-file.nothing-owed", nameof(DocumentFileInput.Deducts));

    public static Refusal WithholdingNoReceivable(DocumentType type) => Refusal.Bad(
        "document-file.nothing-owed:no-receivable", nameof(DocumentFileInput.Deducts), ("type", Value.Term(type)));

    public static readonly Refusal BillPageNotFound = Refusal.NotFound("bill-page.not-found");
    public static readonly Refusal InvoiceCustomer = Refusal.Bad("invoice.customer", nameof(InvoiceContent.CustomerId));
    public static readonly Refusal InvoiceCustomerArchived = Refusal.Bad("invoice.customer-archived", nameof(InvoiceContent.CustomerId));
    public static readonly Refusal InvoiceSubject = Refusal.Bad("invoice.subject", nameof(InvoiceContent.Subject));
    public static readonly Refusal InvoiceTransactionCode = Refusal.Bad("invoice.transaction-code", nameof(InvoiceContent.TransactionCode));
    public static readonly Refusal InvoiceFacility = Refusal.Bad("invoice.facility", nameof(InvoiceContent.AdditionalInfo));

    public static Refusal InvoiceEffectiveRate(decimal most) =>
        Refusal.Bad("invoice.effective-rate", nameof(InvoiceContent.EffectiveVatRate), ("most", Value.Plain((long)most)));

    public static readonly Refusal InvoiceSupportingDocument =
        Refusal.Bad("invoice.supporting-document", nameof(InvoiceContent.SupportingDocument));
    public static readonly Refusal InvoiceHeader = Refusal.Bad("invoice.header", nameof(InvoiceContent.Header));
    public static readonly Refusal InvoiceNotes = Refusal.Bad("invoice.notes", nameof(InvoiceContent.Notes));
    public static readonly Refusal InvoiceLines = Refusal.Bad("invoice.lines", nameof(InvoiceContent.Lines));
    public static readonly Refusal InvoiceTotal =
        Refusal.Bad("invoice.total", nameof(InvoiceContent.Lines), ("most", Value.Money(InvoiceContent.Most)));
    public static readonly Refusal InvoiceNotResendable = Refusal.Rule("invoice.not-resendable");
    public static readonly Refusal InvoiceNoAddress = Refusal.Rule("invoice.no-address");
    public static readonly Refusal PaymentNotFound = Refusal.NotFound("payment.not-found");
    public static readonly Refusal PaymentUndone = Refusal.Rule("payment.undone");

    public static Refusal InvoiceDate(DayRange days) =>
        Refusal.Bad("invoice.date", nameof(InvoiceContent.InvoiceDate), ("first", days.First), ("last", days.Last));

    public static Refusal InvoiceDue(DayRange days) =>
        Refusal.Bad("invoice.due", nameof(InvoiceContent.DueDate), ("first", days.First), ("last", days.Last));

    public static Refusal InvoiceSupportingMonth(DayRange days) => Refusal.Bad(
        "invoice.supporting-month",
        nameof(InvoiceContent.SupportingDocumentMonth),
        ("first", Value.Month(days.First)),
        ("last", Value.Month(days.Last)));

    public static Refusal InvoiceNotEditable(InvoiceStatus status) => Refusal.Rule("invoice.not-editable", ("status", Value.Term(status)));

    public static Refusal InvoiceNotNoted(InvoiceStatus status) => Refusal.Rule("invoice.not-noted", ("status", Value.Term(status)));

    public static Refusal PaymentNotUndoable(InvoiceStatus status) => Refusal.Rule("payment.not-undoable", ("status", Value.Term(status)));

    public static Refusal InvoiceLineName(int index) => Line(index, "invoice.line-name", nameof(InvoiceLineInput.Name));

    public static Refusal InvoiceLineCode(int index) => Line(index, "invoice.line-code", nameof(InvoiceLineInput.GoodsCode));

    public static Refusal InvoiceLineUnit(int index) => Line(index, "invoice.line-unit", nameof(InvoiceLineInput.UnitCode));

    public static Refusal InvoiceLineQuantity(int index) => Line(index, "invoice.line-quantity", nameof(InvoiceLineInput.Quantity));

    public static Refusal InvoiceLinePrice(int index) => Line(index, "invoice.line-price", nameof(InvoiceLineInput.Price));

    public static Refusal InvoiceLineDiscount(int index) => Line(index, "invoice.line-discount", nameof(InvoiceLineInput.Discount));

    public static Refusal InvoiceLineLuxuryTax(int index) => Line(index, "invoice.line-luxury-tax", nameof(InvoiceLineInput.LuxuryTaxRate));

    public static Refusal InvoiceLineAmount(int index) =>
        Line(index, "invoice.line-amount", nameof(InvoiceLineInput.Price), ("most", Value.Money(InvoiceContent.Most)));

    public static readonly Refusal InvoiceNotFound = Refusal.NotFound("invoice.not-found");
    public static readonly Refusal InvoiceHoldsTaxNumber = Refusal.Rule("invoice.holds-tax-number");
    public static readonly Refusal InvoiceKnownToTaxOffice = Refusal.Rule("invoice.holds-tax-number:approved");
    public static readonly Refusal InvoiceNotCancellablePaid = Refusal.Rule("invoice.not-cancellable:paid");
    public static readonly Refusal InvoiceReferenced = Refusal.Rule("invoice.referenced");

    public static Refusal InvoiceNotIssuable(InvoiceStatus status) => Refusal.Rule("invoice.not-issuable", ("status", Value.Term(status)));

    public static Refusal InvoiceNotDeletable(InvoiceStatus status) =>
        Refusal.Rule("invoice.not-deletable", ("status", Value.Term(status)));

    public static Refusal InvoiceNotCancellable(InvoiceStatus status) =>
        Refusal.Rule("invoice.not-cancellable", ("status", Value.Term(status)));

    public static Refusal CancellationPeriodOver(DateTime end) => Refusal.Rule("invoice.cancellation-period-over", ("end", end));

    public static Refusal CancelReason(bool mandatory) =>
        Refusal.Bad(mandatory ? "cancel.reason" : "cancel.reason:optional", "Reason");

    public static Refusal PaymentNotAllowed(InvoiceStatus status) => Refusal.Rule("payment.not-allowed", ("status", Value.Term(status)));

    public static Refusal PaymentOfNoReceivable(DocumentType type) =>
        Refusal.Rule("payment.not-allowed:no-receivable", ("type", Value.Term(type)));

    public static readonly Refusal PaymentAmount =
        Refusal.Bad("payment.amount", nameof(PaymentInput.Amount), ("most", Value.Money(PaymentInput.Most)));
    public static readonly Refusal PaymentMethod = Refusal.Bad("payment.method", nameof(PaymentInput.Method));
    public static readonly Refusal PaymentNote = Refusal.Bad("payment.note", nameof(PaymentInput.Note));

    public static Refusal PaymentDate(DayRange days) =>
        Refusal.Bad("payment.date", nameof(PaymentInput.Date), ("first", days.First), ("last", days.Last));

    public static Refusal PaymentBeforeInvoice(DateOnly date, DateOnly invoiceDate) => Refusal.Of(
        RefusalKind.NeedsConfirmation, "payment.before-invoice", nameof(PaymentInput.Date), ("date", date), ("invoice", invoiceDate));

    public static Refusal PaymentAboveOutstanding(decimal amount, decimal outstanding) => Refusal.Of(
        RefusalKind.NeedsConfirmation,
        "payment.above-outstanding",
        nameof(PaymentInput.Amount),
        ("amount", Value.Money(amount)),
        ("outstanding", Value.Money(outstanding)));

    /// <summary>Invoice Tax is on, but what it is (a credit note …) takes no number.</summary>
    public static readonly Refusal NoTaxInvoice = Refusal.Rule("tax-number.tax-inactive:no-tax-invoice");

    public static Refusal InvoiceNotIssued(InvoiceStatus status) =>
        Refusal.Rule("tax-number.invoice-not-issued", ("status", Value.Term(status)));

    private static Refusal Line(int index, string code, string field, params ReadOnlySpan<(string Name, Value Value)> more) => Refusal.Bad(
        code,
        string.Create(CultureInfo.InvariantCulture, $"{nameof(InvoiceContent.Lines)}[{index}].{field}"),
        [("line", Value.Plain(index + 1)), .. more]);
}
