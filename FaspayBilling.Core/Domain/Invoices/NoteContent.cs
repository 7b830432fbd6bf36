using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Invoices.Lines;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice.Codes;

namespace FaspayBilling.Core.Domain.Invoices;

/// <summary>
/// What a note starts with: the lines, tax treatment and transaction code of what it refers to, so that crediting the whole of an
/// invoice brings what is owed of it to 0 (docs/rules.md 2).
/// </summary>
public static class NoteContent
{
    /// <summary>
    /// The day whose VAT rules a note keeps to; null for its own. A credit takes back what was charged then, whatever the rate is now; a
    /// debit note is a supply of its own day.
    /// </summary>
    public static DateOnly? TaxDay(DocumentType type, DateOnly original) => type.IsCredit() ? original : null;

    /// <summary>A note of that type, dated today, about the whole of the invoice; texts for the customer are written anew.</summary>
    /// <param name="original">With its lines.</param>
    /// <param name="type">What the note is.</param>
    /// <param name="today">The note's date.</param>
    /// <param name="daysToDue">From that date on.</param>
    /// <param name="eFakturModule">Off: no Invoice Tax, so the tax that was charged becomes a line of its own.</param>
    public static InvoiceContent Of(Invoice original, DocumentType type, DateOnly today, int daysToDue, bool eFakturModule)
    {
        var content = original.Content();
        var taxed = original.InvoiceTax && eFakturModule;
        return content with
        {
            Subject = SubjectOf(original),
            InvoiceDate = today,
            DueDate = today.AddDays(daysToDue),
            DueTime = null,
            InvoiceTax = taxed,
            TransactionCode = type.IsCredit() ? original.TransactionCode : CodeOf(original, today),
            Header = "",
            Notes = "",
            NotesOnPdf = false,
            SettlesReference = type == DocumentType.CreditNote && original.Status.IsOpen(),
            Lines = taxed || original.TaxCharged == 0 ? content.Lines : [.. content.Lines, TaxLine(original)],
        };
    }

    private static string SubjectOf(Invoice original) =>
        PlainText.Cut($"{original.Number}: {original.Subject}".TrimEnd(' ', ':'), InvoiceContent.LongestSubject);

    // Luxury goods are 01 before and since 2025.
    private static string? CodeOf(Invoice original, DateOnly today) =>
        original.TransactionCode == TransactionCodes.Usual(original.InvoiceDate) && !original.Lines.Any(l => l.Luxury)
            ? TransactionCodes.Usual(today)
            : original.TransactionCode;

    private static InvoiceLineInput TaxLine(Invoice original) => InvoiceLineInput.Empty with
    {
        Name = original.Language == Language.Indonesian ? $"PPN {original.Number}" : $"VAT of {original.Number}",
        Price = original.TaxCharged,
    };
}
