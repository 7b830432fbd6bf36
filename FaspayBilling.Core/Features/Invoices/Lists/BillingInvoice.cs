using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Invoices.Lines;
using FaspayBilling.Core.Domain.Invoices.Payments;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Domain.TaxOffice.Codes;

namespace FaspayBilling.Core.Features.Invoices.Lists;

/// <summary>The invoice as the detail page shows it; amounts in rupiah, instants in UTC.</summary>
public sealed record BillingInvoice
{
    public required long Id { get; init; }

    public required string Number { get; init; }

    /// <summary>The version that the page shows: what is done on it is refused when another one stands.</summary>
    public required int Version { get; init; }

    public required DocumentType DocumentType { get; init; }

    public required InvoiceStatus Status { get; init; }

    public required string Subject { get; init; }

    public required Language Language { get; init; }

    public required string Header { get; init; }

    public required string Notes { get; init; }

    public required bool NotesOnPdf { get; init; }

    public required DateOnly InvoiceDate { get; init; }

    /// <summary>The day whose VAT rules hold: a credit note's is that of its invoice.</summary>
    public required DateOnly TaxDay { get; init; }

    public required DateTime Due { get; init; }

    public required DateTime? IssuedAt { get; init; }

    public required DateTime? MailedAt { get; init; }

    public required DateTime? CancelledAt { get; init; }

    public required DateTime? CancelDeadline { get; init; }

    public required bool InvoiceTax { get; init; }

    public required string? TransactionCode { get; init; }

    public required string? AdditionalInfo { get; init; }

    public required string? FacilityStamp { get; init; }

    /// <summary>VAT in percent of the price; null where the code asks for none.</summary>
    public required decimal? EffectiveVatRate { get; init; }

    public required string SupportingDocument { get; init; }

    public required DateOnly? SupportingDocumentMonth { get; init; }

    public required TaxNumber? TaxNumber { get; init; }

    public required TaxApproval TaxApproval { get; init; }

    public required DateTime? ExportedAt { get; init; }

    public required string? ExportedBy { get; init; }

    public required string? CoretaxNumber { get; init; }

    public required CoretaxStatus? CoretaxStatus { get; init; }

    public required DateTime? CoretaxReadAt { get; init; }

    /// <summary>Coretax's list contradicts what is here, and nobody has decided yet.</summary>
    public required bool CoretaxContested { get; init; }

    public required decimal TaxBase { get; init; }

    public required decimal VatAmount { get; init; }

    public required decimal LuxuryTaxAmount { get; init; }

    /// <summary>What brings base and charged tax to the whole rupiah of the total.</summary>
    public required decimal Rounding { get; init; }

    public required decimal Total { get; init; }

    public required decimal Paid { get; init; }

    public required decimal Deducted { get; init; }

    public required decimal Outstanding { get; init; }

    public required decimal ToRefund { get; init; }

    /// <summary>In their order on the invoice.</summary>
    public required IReadOnlyList<BillingLine> Lines { get; init; }

    /// <summary>The oldest first; those that were undone too.</summary>
    public required IReadOnlyList<BillingPayment> Payments { get; init; }

    /// <summary>How its lines are taxed: a credit note by the day of its invoice.</summary>
    public VatTreatment Treatment => new(TaxDay, InvoiceTax, TransactionCode, EffectiveVatRate);

    internal static BillingInvoice Of(Invoice invoice, DateOnly? taxDay) => new()
    {
        Id = invoice.Id,
        Number = invoice.Number,
        Version = invoice.Version,
        DocumentType = invoice.DocumentType,
        Status = invoice.Status,
        Subject = invoice.Subject,
        Language = invoice.Language,
        Header = invoice.Header,
        Notes = invoice.Notes,
        NotesOnPdf = invoice.NotesOnPdf,
        InvoiceDate = invoice.InvoiceDate,
        TaxDay = taxDay ?? invoice.InvoiceDate,
        Due = invoice.Due,
        IssuedAt = invoice.IssuedAt,
        MailedAt = invoice.MailedAt,
        CancelledAt = invoice.CancelledAt,
        CancelDeadline = invoice.CancelDeadline,
        InvoiceTax = invoice.InvoiceTax,
        TransactionCode = invoice.TransactionCode,
        AdditionalInfo = invoice.AdditionalInfo,
        FacilityStamp = invoice.FacilityStamp,
        EffectiveVatRate = invoice.EffectiveVatRate,
        SupportingDocument = invoice.SupportingDocument,
        SupportingDocumentMonth = invoice.SupportingDocumentMonth,
        TaxNumber = invoice.TaxNumber,
        TaxApproval = invoice.TaxApproval,
        ExportedAt = invoice.ExportedAt,
        ExportedBy = invoice.ExportedBy,
        CoretaxNumber = invoice.CoretaxNumber,
        CoretaxStatus = invoice.CoretaxStatus,
        CoretaxReadAt = invoice.CoretaxReadAt,
        CoretaxContested = invoice.CoretaxContested,
        TaxBase = invoice.TaxBase,
        VatAmount = invoice.VatAmount,
        LuxuryTaxAmount = invoice.LuxuryTaxAmount,
        Rounding = invoice.Rounding,
        Total = invoice.Total,
        Paid = invoice.Paid,
        Deducted = invoice.Deducted,
        Outstanding = invoice.Outstanding,
        ToRefund = invoice.ToRefund,
        Lines = [.. invoice.Lines.Select(BillingLine.Of)],
        Payments = [.. invoice.Payments.Select(p => BillingPayment.Of(p, PaymentRules.WhyNotUndo(invoice.Status, p) is null))],
    };
}

/// <summary>A line as the detail page shows it.</summary>
public sealed record BillingLine(
    long Id,
    string Name,
    decimal Quantity,
    string Unit,
    LineKind Kind,
    string GoodsCode,
    bool Luxury,
    decimal LuxuryTaxRate,
    decimal Price,
    decimal Discount,
    decimal TaxBase,
    decimal OtherTaxBase)
{
    internal static BillingLine Of(InvoiceLine l) => new(
        l.Id, l.Name, l.Quantity, l.Unit, l.Kind, l.GoodsCode, l.Luxury, l.LuxuryTaxRate, l.Price, l.Discount, l.TaxBase, l.OtherTaxBase);
}

/// <summary>A payment as the detail page shows it.</summary>
public sealed record BillingPayment(
    long Id,
    DateOnly Date,
    string Method,
    string Note,
    string RecordedBy,
    decimal Amount,
    long? SettlesInvoiceId,
    DateTime? UndoneAt,
    string? UndoneBy,
    bool Undoable)
{
    internal static BillingPayment Of(Payment p, bool undoable) => new(
        p.Id, p.Date, p.Method, p.Note, p.RecordedBy, p.Amount, p.SettlesInvoiceId, p.UndoneAt, p.UndoneBy, undoable);
}
