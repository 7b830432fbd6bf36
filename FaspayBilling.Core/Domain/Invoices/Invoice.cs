using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Invoices.Lines;
using FaspayBilling.Core.Domain.Invoices.Payments;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Domain.TaxOffice.Codes;

namespace FaspayBilling.Core.Domain.Invoices;

/// <summary>
/// What a merchant bills a customer. A handler asks the policies before it moves one; a move that they forbid is a bug and throws.
/// </summary>
public sealed partial class Invoice : IMerchantOwned
{
    private readonly List<InvoiceLine> lines = [];
    private readonly List<Payment> payments = [];

    public long Id { get; private set; }

    public required long MerchantId { get; init; }

    /// <summary>Given at the first save, never changed or reused; unique per merchant.</summary>
    public required string Number { get; init; }

    public long CustomerId { get; private set; }

    /// <summary>The customer's name when the invoice was written: what the list shows, sorts and searches.</summary>
    public string CustomerName { get; private set; } = "";

    /// <summary>The customer's tax id when the invoice was written; E-Faktur files are checked against it.</summary>
    public string CustomerNpwp { get; private set; } = "";

    public string Subject { get; private set; } = "";

    public Language Language { get; private set; } = Language.English;

    /// <summary>Text above the mail's summary.</summary>
    public string Header { get; private set; } = "";

    public string Notes { get; private set; } = "";

    /// <summary>The notes stand on the PDF too.</summary>
    public bool NotesOnPdf { get; private set; }

    /// <summary>A Jakarta calendar day.</summary>
    public DateOnly InvoiceDate { get; private set; }

    /// <summary>The instant (UTC) after which it is overdue.</summary>
    public DateTime Due { get; private set; }

    public InvoiceStatus Status { get; private set; } = InvoiceStatus.Draft;

    /// <summary>The invoice carries VAT and so needs an E-Faktur No.</summary>
    public bool InvoiceTax { get; private set; }

    /// <summary>Two digits; null without Invoice Tax.</summary>
    public string? TransactionCode { get; private set; }

    /// <summary>The facility's TD.005nn, only with codes 07 and 08.</summary>
    public string? AdditionalInfo { get; private set; }

    /// <summary>The facility's stamp TD.011nn, only with codes 07 and 08.</summary>
    public string? FacilityStamp { get; private set; }

    /// <summary>VAT in percent of the price, only with codes 05 and, before 2025, 04; null with code 04 is the full price.</summary>
    public decimal? EffectiveVatRate { get; private set; }

    /// <summary>Number of the document that proves the facility.</summary>
    public string SupportingDocument { get; private set; } = "";

    /// <summary>Month of that document, its first day.</summary>
    public DateOnly? SupportingDocumentMonth { get; private set; }

    public TaxNumber? TaxNumber { get; private set; }

    public DateTime? ExportedAt { get; private set; }

    public string? ExportedBy { get; private set; }

    public TaxApproval TaxApproval { get; private set; }

    /// <summary>The 17 digits that Coretax gave; null until they were read back.</summary>
    public string? CoretaxNumber { get; private set; }

    /// <summary>As Coretax's list last said; null until it was read back.</summary>
    public CoretaxStatus? CoretaxStatus { get; private set; }

    public DateTime? CoretaxReadAt { get; private set; }

    /// <summary>Coretax's list contradicts what is here, and nobody has decided yet: it is not exported until then.</summary>
    public bool CoretaxContested { get; private set; }

    /// <summary>Sum of the lines before VAT.</summary>
    public decimal TaxBase { get; private set; }

    /// <summary>VAT in whole rupiah.</summary>
    public decimal VatAmount { get; private set; }

    /// <summary>What the customer pays: whole rupiah.</summary>
    public decimal Total { get; private set; }

    /// <summary>Luxury sales tax (PPnBM) in whole rupiah.</summary>
    public decimal LuxuryTaxAmount { get; private set; }

    public decimal Paid { get; private set; }

    /// <summary>Withholding tax that the customer keeps back, in rupiah (docs/sources/faspay.md 6, Deduct Amount Due).</summary>
    public decimal Deducted { get; private set; }

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

    /// <summary>A credit note that is taken off the outstanding amount of the invoice it refers to when it is issued.</summary>
    public bool SettlesReference { get; private set; }

    /// <summary>The unguessable part of the bill page's address; null until it was sent.</summary>
    public string? BillKey { get; private set; }

    /// <summary>When its mail was last written to the outbox.</summary>
    public DateTime? MailedAt { get; private set; }

    /// <summary>The billing API's <c>transaction_number</c>; unique per merchant, null for invoices made by people.</summary>
    public string? TransactionNumber { get; init; }

    /// <summary>
    /// SHA-256 of the request that made it over the billing API, lower-case hex: the same one again answers this bill, another one
    /// is refused.
    /// </summary>
    public string? TransactionHash { get; init; }

    /// <summary>The credential that made it over the billing API; its callbacks are signed with it.</summary>
    public long? BillingCredentialId { get; init; }

    /// <summary>When it was deleted: hidden everywhere, kept ten years.</summary>
    public DateTime? DeletedAt { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<InvoiceLine> Lines => lines;

    public IReadOnlyList<Payment> Payments => payments;

    /// <summary>What of the tax the customer pays: with codes 07 and 08 it is stated, but not collected.</summary>
    public decimal TaxCharged => InvoiceTax && TransactionCodes.IsCharged(TransactionCode) ? VatAmount + LuxuryTaxAmount : 0;

    /// <summary>It goes to the tax office and takes an E-Faktur No (docs/rules.md 1).</summary>
    public bool IsTaxInvoice => TaxInvoices.Is(DocumentType, InvoiceTax);

    /// <summary>What brings base and charged tax to the whole rupiah of the total.</summary>
    public decimal Rounding => Total - TaxBase - TaxCharged;

    /// <summary>What a cancelled invoice's customer is owed back.</summary>
    public decimal ToRefund => Status == InvoiceStatus.Cancelled ? Paid : 0;
}
