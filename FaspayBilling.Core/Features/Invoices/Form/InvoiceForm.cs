using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Merchants;

namespace FaspayBilling.Core.Features.Invoices.Form;

/// <summary>What the invoice form starts with.</summary>
public sealed record InvoiceForm
{
    /// <summary>The invoice that is changed, as it was read; null for a new one.</summary>
    public InvoiceKey? Key { get; init; }

    /// <summary>Its key, for live changes.</summary>
    public long? Id { get; init; }

    /// <summary>Draft for a new one.</summary>
    public InvoiceStatus Status { get; init; } = InvoiceStatus.Draft;

    public DocumentType Type { get; init; } = DocumentType.Invoice;

    /// <summary>The invoice that a note corrects.</summary>
    public NoteReference? RefersTo { get; init; }

    /// <summary>The day whose VAT rules hold, where it is not the note's own.</summary>
    public DateOnly? TaxDay => RefersTo is { } original ? NoteContent.TaxDay(Type, original.InvoiceDate) : null;

    public required InvoiceContent Input { get; init; }

    /// <summary>Name of the chosen customer; null before one was chosen.</summary>
    public string? CustomerName { get; init; }

    /// <summary>Off: no Invoice Tax and nothing that only the tax office asks for.</summary>
    public required bool EFakturModule { get; init; }

    /// <summary>How the merchant's tax invoices reach the tax office.</summary>
    public required TaxChannel Channel { get; init; }

    /// <summary>The chosen customer has no NPWP.</summary>
    public bool Consumer { get; init; }

    /// <summary>Jakarta's day.</summary>
    public required DateOnly Today { get; init; }
}

/// <summary>The invoice that a note corrects.</summary>
/// <param name="Number">Its number.</param>
/// <param name="InvoiceDate">Its date: a credit note takes back the VAT of that day.</param>
/// <param name="Total">What it came to, in rupiah.</param>
/// <param name="Outstanding">Rupiah still owed of it: the most that a credit note takes off.</param>
/// <param name="Credited">Rupiah of the other notes that stand and take something back.</param>
public sealed record NoteReference(string Number, DateOnly InvoiceDate, decimal Total, decimal Outstanding, decimal Credited)
{
    /// <summary>What no note has taken back yet.</summary>
    public decimal NotCredited => Math.Max(0, Total - Credited);
}
