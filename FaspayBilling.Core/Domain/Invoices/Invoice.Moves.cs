using FaspayBilling.Core.Domain.Cancellation;
using FaspayBilling.Core.Domain.Money;
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
        lines.ForEach(l => l.Compute(InvoiceDate, InvoiceTax));
        TaxBase = lines.Sum(l => l.TaxBase);
        VatAmount = Vat.OfInvoice(InvoiceDate, lines.Sum(l => l.Vat));
        LuxuryTaxAmount = Vat.OfInvoice(InvoiceDate, lines.Sum(l => l.LuxuryTax));
        Total = Rupiah.Whole(TaxBase + TaxCharged);
        Outstanding = Owed;
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

    /// <summary>A new Draft dated <paramref name="today"/> with the same lines and days to due; no tax number, payments or files.</summary>
    public Invoice Duplicate(string number, DateOnly today)
    {
        var time = TimeOnly.FromDateTime(JakartaCalendar.Local(Due));
        var daysToDue = JakartaCalendar.DayOf(Due).DayNumber - InvoiceDate.DayNumber;
        var copy = new Invoice
        {
            MerchantId = MerchantId, Number = number, CustomerId = CustomerId, CustomerName = CustomerName, CustomerNpwp = CustomerNpwp,
            Subject = Subject, InvoiceDate = today, Due = JakartaCalendar.At(today.AddDays(daysToDue), time),
            InvoiceTax = InvoiceTax, TransactionCode = InvoiceTax ? TransactionCode : null,
        };
        copy.Bill(lines.Select(l => l.Copy()));
        return copy;
    }

    /// <summary>What the policies need to know; <paramref name="hasTaxFile"/> and <paramref name="referenced"/> come from other rows.</summary>
    public InvoiceFacts Facts(bool hasTaxFile, bool referenced) => new()
    {
        Status = Status, InvoiceTax = InvoiceTax, HasTaxNumber = TaxNumber is not null, HasTaxFile = hasTaxFile, Exported = ExportedAt is not null,
        TaxApproval = TaxApproval, Paid = Paid, CancelDeadline = CancelDeadline, DocumentCancelDeadline = DocumentCancelDeadline, Referenced = referenced,
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
