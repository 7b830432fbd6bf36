using FaspayBilling.Core.Domain.Invoices.Lines;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice.Codes;

namespace FaspayBilling.Core.Domain.Invoices;

/// <summary>
/// All that people and callers write of an invoice, and nothing that the product works out; what could not be read is null. The form, a
/// duplicate, an unsaved draft and the APIs share it. Every part is required: a new one that is forgotten somewhere does not compile.
/// </summary>
public sealed record InvoiceContent
{
    public const int LongestSubject = 200;
    public const int LongestText = 2_000;
    public const int LongestDocument = 100;

    /// <summary>More lines are two invoices: the tax office's files and people stop reading before.</summary>
    public const int MostLines = 1_000;

    /// <summary>The most that a line or an invoice may come to, in rupiah.</summary>
    public const decimal Most = 9_999_999_999_999m;

    /// <summary>Nothing written yet.</summary>
    public static readonly InvoiceContent Empty = new()
    {
        CustomerId = null,
        Subject = "",
        Language = Language.English,
        InvoiceDate = null,
        DueDate = null,
        DueTime = null,
        InvoiceTax = false,
        TransactionCode = null,
        AdditionalInfo = null,
        FacilityStamp = null,
        EffectiveVatRate = null,
        SupportingDocument = "",
        SupportingDocumentMonth = null,
        Header = "",
        Notes = "",
        NotesOnPdf = false,
        SettlesReference = false,
        Lines = [],
    };

    public required long? CustomerId { get; init; }

    public required string Subject { get; init; }

    public required Language Language { get; init; }

    /// <summary>A Jakarta calendar day since 2020.</summary>
    public required DateOnly? InvoiceDate { get; init; }

    /// <summary>The last Jakarta day on which it is paid in time.</summary>
    public required DateOnly? DueDate { get; init; }

    /// <summary>Jakarta's time of that day; null for the day's end.</summary>
    public required TimeOnly? DueTime { get; init; }

    public required bool InvoiceTax { get; init; }

    /// <summary>01 to 10; counts only with Invoice Tax.</summary>
    public required string? TransactionCode { get; init; }

    /// <summary>TD.005nn, always and only with codes 07 and 08.</summary>
    public required string? AdditionalInfo { get; init; }

    /// <summary>TD.011nn of the same nn.</summary>
    public required string? FacilityStamp { get; init; }

    /// <summary>
    /// VAT in percent of the price, with codes 05 and, before 2025, 04; null when nothing was typed. What was typed and cannot be read
    /// is 0: that is refused, never taken for nothing.
    /// </summary>
    public required decimal? EffectiveVatRate { get; init; }

    public required string SupportingDocument { get; init; }

    /// <summary>Any day of the supporting document's month.</summary>
    public required DateOnly? SupportingDocumentMonth { get; init; }

    public required string Header { get; init; }

    public required string Notes { get; init; }

    public required bool NotesOnPdf { get; init; }

    /// <summary>A credit note that is taken off what is owed of its invoice when it is issued.</summary>
    public required bool SettlesReference { get; init; }

    public required IReadOnlyList<InvoiceLineInput> Lines { get; init; }

    /// <summary>How its lines are taxed; null before it has a date.</summary>
    public VatTreatment? Treatment => InvoiceDate is { } day ? new(day, InvoiceTax, TransactionCode, EffectiveVatRate) : null;
}
