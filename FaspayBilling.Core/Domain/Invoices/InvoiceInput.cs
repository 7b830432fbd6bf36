namespace FaspayBilling.Core.Domain.Invoices;

/// <summary>An invoice as somebody typed it; what could not be read is null.</summary>
public sealed record InvoiceInput
{
    public const int LongestSubject = 200;
    public const int LongestText = 2_000;
    public const int LongestDocument = 100;

    /// <summary>More lines are two invoices: the tax office's files and people stop reading before.</summary>
    public const int MostLines = 1_000;

    /// <summary>The most that a line or an invoice may come to, in rupiah.</summary>
    public const decimal Most = 9_999_999_999_999m;

    public long? CustomerId { get; init; }

    public string Subject { get; init; } = "";

    public InvoiceLanguage Language { get; init; } = InvoiceLanguage.English;

    /// <summary>A Jakarta calendar day since 2020.</summary>
    public DateOnly? InvoiceDate { get; init; }

    /// <summary>The last Jakarta day on which it is paid in time.</summary>
    public DateOnly? DueDate { get; init; }

    public bool InvoiceTax { get; init; }

    /// <summary>01 to 10; counts only with Invoice Tax.</summary>
    public string? TransactionCode { get; init; }

    /// <summary>TD.005nn, always and only with codes 07 and 08.</summary>
    public string? AdditionalInfo { get; init; }

    /// <summary>TD.011nn of the same nn.</summary>
    public string? FacilityStamp { get; init; }

    public string SupportingDocument { get; init; } = "";

    /// <summary>Any day of the supporting document's month.</summary>
    public DateOnly? SupportingDocumentMonth { get; init; }

    public string Header { get; init; } = "";

    public string Notes { get; init; } = "";

    public bool NotesOnPdf { get; init; }

    /// <summary>A credit note that is taken off what is owed of its invoice when it is issued.</summary>
    public bool SettlesReference { get; init; }

    public IReadOnlyList<InvoiceLineInput> Lines { get; init; } = [];
}
