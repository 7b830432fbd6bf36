using FaspayBilling.Core.Domain.Invoices.Actions;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Invoices.Lines;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice.Codes;

namespace FaspayBilling.Core.Domain.Invoices;

/// <summary>What is written of an invoice.</summary>
public sealed partial class Invoice
{
    /// <summary>What is written of it now; its lines are loaded.</summary>
    public InvoiceContent Content() => new()
    {
        CustomerId = CustomerId,
        Subject = Subject,
        Language = Language,
        InvoiceDate = InvoiceDate,
        DueDate = JakartaCalendar.DayOf(Due),
        DueTime = Due == JakartaCalendar.EndOf(JakartaCalendar.DayOf(Due)) ? null : TimeOnly.FromDateTime(JakartaCalendar.Local(Due)),
        InvoiceTax = InvoiceTax,
        TransactionCode = TransactionCode,
        AdditionalInfo = AdditionalInfo,
        FacilityStamp = FacilityStamp,
        EffectiveVatRate = EffectiveVatRate,
        SupportingDocument = SupportingDocument,
        SupportingDocumentMonth = SupportingDocumentMonth,
        Header = Header,
        Notes = Notes,
        NotesOnPdf = NotesOnPdf,
        SettlesReference = SettlesReference,
        Lines = [.. Lines.OrderBy(l => l.Position).Select(InvoiceLineInput.Of)],
    };

    /// <summary>How its lines are taxed.</summary>
    public VatTreatment Treatment() => new(InvoiceDate, InvoiceTax, TransactionCode, EffectiveVatRate);

    /// <summary>
    /// Writes the content of a Draft or Proforma and works out all amounts; <paramref name="content"/> kept the rules. The number stays,
    /// whatever the date. Without Invoice Tax nothing is kept that only the tax office asks for.
    /// </summary>
    /// <param name="content">What was written.</param>
    /// <param name="customerName">The customer's name now.</param>
    /// <param name="customerNpwp">The customer's tax id now.</param>
    /// <param name="taxDay">The day whose VAT rules hold, where it is not its own: <see cref="NoteContent.TaxDay"/>.</param>
    public void Write(InvoiceContent content, string customerName, string customerNpwp, DateOnly? taxDay = null)
    {
        Must(WhyNot(InvoiceAction.Edit));
        CustomerId = content.CustomerId!.Value;
        TakeParty(customerName, customerNpwp);
        Subject = PlainText.Line(content.Subject);
        Language = content.Language;
        (Header, Notes, NotesOnPdf) = (PlainText.Lines(content.Header), PlainText.Lines(content.Notes), content.NotesOnPdf);
        InvoiceDate = content.InvoiceDate!.Value;
        Due = content.DueTime is { } time
            ? JakartaCalendar.At(content.DueDate!.Value, time)
            : JakartaCalendar.EndOf(content.DueDate!.Value);
        InvoiceTax = content.InvoiceTax;
        TransactionCode = InvoiceTax ? content.TransactionCode : null;
        var facility = TaxFacilities.Find(TransactionCode, content.AdditionalInfo, content.FacilityStamp);
        (AdditionalInfo, FacilityStamp) = (facility?.AdditionalInfo, facility?.Stamp);
        EffectiveVatRate = Vat.AsksForRate(TransactionCode, taxDay ?? InvoiceDate) ? content.EffectiveVatRate : null;
        SupportingDocument = InvoiceTax ? PlainText.Line(content.SupportingDocument) : "";
        SupportingDocumentMonth = InvoiceTax && content.SupportingDocumentMonth is { } month
            ? new DateOnly(month.Year, month.Month, 1)
            : null;
        SettlesReference = DocumentType == DocumentType.CreditNote && content.SettlesReference;
        BillAt(taxDay ?? InvoiceDate, content.Lines.Select((l, i) => l.ToLine(i + 1)));
    }

    /// <summary>
    /// The customer's name and tax id: until it is issued an invoice follows its customer, and what an export said of the tax id is what
    /// comes back in the PDF's name.
    /// </summary>
    public void TakeParty(string name, string npwp) => (CustomerName, CustomerNpwp) = (name, npwp);

    /// <summary>
    /// A new Draft dated <paramref name="today"/> with the same texts, lines and days to due; no tax number, payments or files. Without
    /// the E-Faktur Module it has no Invoice Tax; a transaction code that was the usual one becomes the usual one of today. With a
    /// <paramref name="taxDay"/> of its own (a credit note) code and VAT stay those of that day.
    /// </summary>
    public Invoice Duplicate(string number, DateOnly today, bool eFakturModule = true, DateOnly? taxDay = null)
    {
        var daysToDue = JakartaCalendar.DayOf(Due).DayNumber - InvoiceDate.DayNumber;
        var (luxury, consumer) = (Lines.Count > 0 && Lines.All(l => l.Luxury), Npwp.IsNone(CustomerNpwp));
        var usual = taxDay is null && TransactionCode == TransactionCodes.Usual(InvoiceDate, luxury, consumer);
        var copy = new Invoice { MerchantId = MerchantId, Number = number, DocumentType = DocumentType, RefersToId = RefersToId };
        copy.Write(
            Content() with
            {
                InvoiceDate = today,
                DueDate = today.AddDays(daysToDue),
                InvoiceTax = InvoiceTax && eFakturModule,
                TransactionCode = usual ? TransactionCodes.Usual(today, luxury, consumer) : TransactionCode,
            },
            CustomerName,
            CustomerNpwp,
            taxDay);
        return copy;
    }

    private void Bill(IEnumerable<InvoiceLine> billed) => BillAt(InvoiceDate, billed);

    private void BillAt(DateOnly taxDay, IEnumerable<InvoiceLine> billed)
    {
        lines.Clear();
        lines.AddRange(billed);
        var totals = InvoiceTotals.Compute(Treatment() with { Day = taxDay }, lines);
        (TaxBase, VatAmount, LuxuryTaxAmount, Total) = (totals.TaxBase, totals.Vat, totals.LuxuryTax, totals.Total);
        Outstanding = Owed;
    }
}
