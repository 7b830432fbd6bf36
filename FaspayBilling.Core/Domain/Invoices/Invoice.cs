using FaspayBilling.Core.Domain.Cancellation;
using FaspayBilling.Core.Domain.Documents;
using FaspayBilling.Core.Domain.Money;
using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Domain.Time;

namespace FaspayBilling.Core.Domain.Invoices;

/// <summary>What a merchant bills a customer. A handler asks the policies before it moves one; a move that they forbid is a bug and throws.</summary>
public sealed class Invoice : IOfMerchant
{
    private readonly List<InvoiceLine> lines = [];
    private readonly List<Payment> payments = [];

    public long Id { get; private set; }

    public required long MerchantId { get; init; }

    /// <summary>Given at the first save, never changed or reused; unique per merchant.</summary>
    public required string Number { get; init; }

    public required long CustomerId { get; init; }

    /// <summary>The customer's name when the invoice was written: what the list shows, sorts and searches.</summary>
    public required string CustomerName { get; set; }

    /// <summary>The customer's tax id when the invoice was written; E-Faktur files are checked against it.</summary>
    public string CustomerNpwp { get; set; } = "";

    public string Subject { get; set; } = "";

    /// <summary>A Jakarta calendar day.</summary>
    public required DateOnly InvoiceDate { get; init; }

    /// <summary>The instant (UTC) after which it is overdue.</summary>
    public required DateTime Due { get; init; }

    public InvoiceStatus Status { get; private set; } = InvoiceStatus.Draft;

    /// <summary>The invoice carries VAT and so needs an E-Faktur No.</summary>
    public required bool InvoiceTax { get; init; }

    /// <summary>Two digits; null without Invoice Tax.</summary>
    public string? TransactionCode { get; init; }

    public TaxNumber? TaxNumber { get; private set; }

    public DateTime? ExportedAt { get; set; }

    public string? ExportedBy { get; set; }

    public TaxApproval TaxApproval { get; set; }

    /// <summary>Sum of the lines before VAT.</summary>
    public decimal TaxBase { get; private set; }

    /// <summary>VAT in whole rupiah.</summary>
    public decimal VatAmount { get; private set; }

    /// <summary>What the customer pays: whole rupiah.</summary>
    public decimal Total { get; private set; }

    public decimal Paid { get; private set; }

    /// <summary>What is still owed; below 0 when too much was paid, 0 once cancelled.</summary>
    public decimal Outstanding { get; private set; }

    public DateTime? IssuedAt { get; private set; }

    /// <summary>26 random capital letters and digits, given at the issue: the id in the document API.</summary>
    public string? DocumentId { get; private set; }

    /// <summary>Last instant at which the screens may cancel; null without a merchant window. Never moved later.</summary>
    public DateTime? CancelDeadline { get; private set; }

    /// <summary>Last instant at which the document API may cancel. Never moved later.</summary>
    public DateTime? DocumentCancelDeadline { get; private set; }

    public DateTime? CancelledAt { get; private set; }

    public string? CancelReason { get; private set; }

    /// <summary>What it is as a document; the row belongs to its issuer of record (supplier for 1-4, buyer for 11-14).</summary>
    public DocumentType DocumentType { get; init; } = DocumentType.Invoice;

    /// <summary>The other party, when it is a merchant of this installation: it sees the document over the document API only.</summary>
    public long? CounterpartyMerchantId { get; private set; }

    /// <summary>When the receiver asked for a rejection; once per document, and the status stays.</summary>
    public DateTime? RejectRequestedAt { get; private set; }

    public string? RejectReason { get; private set; }

    /// <summary>Last instant at which the receiver may ask for a rejection. Never moved later.</summary>
    public DateTime? DocumentRejectDeadline { get; private set; }

    /// <summary>The invoice that this note corrects; an active note blocks that invoice's cancellation.</summary>
    public long? RefersToId { get; init; }

    /// <summary>When it was deleted: hidden everywhere, kept ten years.</summary>
    public DateTime? DeletedAt { get; private set; }

    public int Version { get; set; }

    public IReadOnlyList<InvoiceLine> Lines => lines;

    public IReadOnlyList<Payment> Payments => payments;

    /// <summary>What a cancelled invoice's customer is owed back.</summary>
    public decimal ToRefund => Status == InvoiceStatus.Cancelled ? Paid : 0;

    /// <summary>Replaces the lines and works out all amounts.</summary>
    public void Bill(IEnumerable<InvoiceLine> billed)
    {
        lines.Clear();
        lines.AddRange(billed);
        lines.ForEach(l => l.Compute(InvoiceDate, InvoiceTax));
        TaxBase = lines.Sum(l => l.TaxBase);
        VatAmount = Vat.OfInvoice(InvoiceDate, lines.Sum(l => l.Vat));
        Total = Rupiah.Whole(TaxBase + VatAmount);
        Outstanding = Total - Paid;
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
        Outstanding = Total - Paid;
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
