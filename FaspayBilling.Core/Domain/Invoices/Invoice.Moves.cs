using FaspayBilling.Core.Domain.Cancellation;
using FaspayBilling.Core.Domain.Documents;
using FaspayBilling.Core.Domain.TaxCodes;
using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Domain.Time;

namespace FaspayBilling.Core.Domain.Invoices;

/// <summary>What may happen to an invoice.</summary>
public sealed partial class Invoice
{
    /// <summary>Replaces the lines and works out all amounts.</summary>
    public void Bill(IEnumerable<InvoiceLine> billed)
    {
        lines.Clear();
        lines.AddRange(billed);
        var totals = InvoiceTotals.Compute(InvoiceDate, InvoiceTax, TransactionCode, lines);
        (TaxBase, VatAmount, LuxuryTaxAmount, Total) = (totals.TaxBase, totals.Vat, totals.LuxuryTax, totals.Total);
        Outstanding = Owed;
    }

    /// <summary>Writes what was typed into a Draft or Proforma; <paramref name="input"/> kept the rules. Its number stays, whatever the date.</summary>
    /// <param name="input">What was typed.</param>
    /// <param name="customerName">The customer's name now.</param>
    /// <param name="customerNpwp">The customer's tax id now.</param>
    public void Write(InvoiceInput input, string customerName, string customerNpwp)
    {
        Must(WhyNot(InvoiceAction.Edit));
        (CustomerId, CustomerName, CustomerNpwp) = (input.CustomerId!.Value, customerName, customerNpwp);
        (Subject, Language, Header, Notes, NotesOnPdf) = (input.Subject.Trim(), input.Language, input.Header.Trim(), input.Notes.Trim(), input.NotesOnPdf);
        InvoiceDate = input.InvoiceDate!.Value;
        Due = JakartaCalendar.DayOf(Due) == input.DueDate ? Due : JakartaCalendar.EndOf(input.DueDate!.Value);
        InvoiceTax = input.InvoiceTax;
        TransactionCode = InvoiceTax ? input.TransactionCode : null;
        var facility = TaxFacilities.Find(TransactionCode, input.AdditionalInfo, input.FacilityStamp);
        (AdditionalInfo, FacilityStamp) = (facility?.AdditionalInfo, facility?.Stamp);
        SupportingDocument = InvoiceTax ? input.SupportingDocument.Trim() : "";
        SupportingDocumentMonth = InvoiceTax && input.SupportingDocumentMonth is { } month ? new DateOnly(month.Year, month.Month, 1) : null;
        SettlesReference = DocumentType == DocumentType.CreditNote && input.SettlesReference;
        Bill(input.Lines.Select((l, i) => l.ToLine(i + 1)));
    }

    /// <summary>Draft to Proforma.</summary>
    public void SendAsProforma()
    {
        Must(WhyNot(InvoiceAction.SendAsProforma));
        Status = InvoiceStatus.Proforma;
    }

    /// <summary>Draft or Proforma to issued: stores the issue instant, the document id, both cancellation deadlines and the one for rejections.</summary>
    public void Issue(DateTime now, string documentId, int? windowHours, int documentWindowHours, int rejectWindowHours = DocumentWindow.Hours, long? counterpartyMerchantId = null)
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

    /// <summary>Adds a payment and works out what is owed and the status.</summary>
    public void Pay(Payment payment, DateTime now)
    {
        Must(WhyNot(InvoiceAction.RecordPayment));
        payments.Add(payment);
        Paid += payment.Amount;
        Outstanding = Owed;
        Status = StatusAt(now);
    }

    /// <summary>Takes a payment back: it stays listed, but what is owed and the status are as if it had not come.</summary>
    public void Undo(Payment payment, DateTime now, string who)
    {
        Must(Status.IsIssued() ? null : Refusals.PaymentNotUndoable(Status));
        Must(payment.UndoneAt is null ? null : Refusals.PaymentUndone);
        (payment.UndoneAt, payment.UndoneBy) = (now, who);
        Paid -= payment.Amount;
        Outstanding = Owed;
        Status = StatusAt(now);
    }

    /// <summary>The status that the facts give at <paramref name="now"/>; only for issued invoices.</summary>
    public void Recompute(DateTime now) =>
        Status = Status.IsIssued() ? StatusAt(now) : throw new InvalidOperationException($"{Number} is {Status.Text()}: its status does not follow from the facts.");

    /// <summary>Cancelled is final; payments stay, nothing is owed any more, the number stays held (R28).</summary>
    public void Cancel(DateTime now, string? reason)
    {
        Must(Status.IsOpen() ? null : Refusals.InvoiceNotCancellable(Status));
        Status = InvoiceStatus.Cancelled;
        CancelledAt = now;
        CancelReason = reason;
        Outstanding = 0;
    }

    public void Give(TaxNumber number)
    {
        Must(GeneratePolicy.WhyNot(Facts(hasTaxFile: false, referenced: false)));
        TaxNumber = number;
    }

    /// <summary>Returns the number that the invoice gives up.</summary>
    public TaxNumber ReleaseTaxNumber()
    {
        Must(ReleasePolicy.WhyNot(Facts(hasTaxFile: false, referenced: false)));
        var released = TaxNumber!.Value;
        TaxNumber = null;
        ExportedAt = null;
        ExportedBy = null;
        return released;
    }

    public void Delete(DateTime now)
    {
        Must(WhyNot(InvoiceAction.Delete));
        DeletedAt = now;
    }

    /// <summary>
    /// A new Draft dated <paramref name="today"/> with the same texts, lines and days to due; no tax number, payments or files. Without
    /// the E-Faktur Module it has no Invoice Tax; a transaction code that was the usual one becomes the usual one of today.
    /// </summary>
    public Invoice Duplicate(string number, DateOnly today, bool eFakturModule = true)
    {
        var time = TimeOnly.FromDateTime(JakartaCalendar.Local(Due));
        var daysToDue = JakartaCalendar.DayOf(Due).DayNumber - InvoiceDate.DayNumber;
        var taxed = InvoiceTax && eFakturModule;
        var usual = TransactionCode == TransactionCodes.Usual(InvoiceDate);
        var copy = new Invoice
        {
            MerchantId = MerchantId, Number = number, CustomerId = CustomerId, CustomerName = CustomerName, CustomerNpwp = CustomerNpwp,
            Subject = Subject, Language = Language, Header = Header, Notes = Notes, NotesOnPdf = NotesOnPdf,
            InvoiceDate = today, Due = JakartaCalendar.At(today.AddDays(daysToDue), time), DocumentType = DocumentType, RefersToId = RefersToId, SettlesReference = SettlesReference,
            InvoiceTax = taxed, TransactionCode = !taxed ? null : usual ? TransactionCodes.Usual(today) : TransactionCode,
            AdditionalInfo = taxed ? AdditionalInfo : null, FacilityStamp = taxed ? FacilityStamp : null,
            SupportingDocument = taxed ? SupportingDocument : "", SupportingDocumentMonth = taxed ? SupportingDocumentMonth : null,
        };
        copy.Bill(lines.Select(l => l.Copy()));
        return copy;
    }

    /// <summary>What the policies need to know; <paramref name="hasTaxFile"/> and <paramref name="referenced"/> come from other rows.</summary>
    public InvoiceFacts Facts(bool hasTaxFile, bool referenced) => new()
    {
        Status = Status, InvoiceTax = InvoiceTax, HasTaxNumber = TaxNumber is not null, HasCoretaxNumber = CoretaxNumber is not null, HasTaxFile = hasTaxFile, Exported = ExportedAt is not null,
        TaxApproval = TaxApproval, Paid = Paid, CancelDeadline = CancelDeadline, DocumentCancelDeadline = DocumentCancelDeadline, Referenced = referenced,
        DocumentType = DocumentType,
    };

    private decimal Owed => Total - Paid - Deducted;

    private InvoiceStatus StatusAt(DateTime now) => InvoiceStatuses.OfIssued(Outstanding, Paid, Due, now);

    // None of the moves that ask here depends on the time or on the module.
    private Refusal? WhyNot(InvoiceAction action) => InvoiceActions.WhyNot(action, Facts(hasTaxFile: false, referenced: false), eFakturModule: true, default);

    private void Must(Refusal? no)
    {
        if (no is not null)
        {
            throw new InvalidOperationException($"{Number}: {no.Code}");
        }
    }
}
