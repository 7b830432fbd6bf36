using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.TaxCodes;
using FaspayBilling.Core.Features.Billings;

namespace FaspayBilling.Web.Components.Pages.Billings.Form;

/// <summary>An invoice while it is typed. A keystroke in a line changes that line and tells whoever shows the sums; nothing else.</summary>
public sealed class InvoiceDraft
{
    private readonly DateOnly today;
    private DateOnly? invoiceDate;

    private InvoiceDraft(InvoiceForm form)
    {
        today = form.Today;
        var input = form.Input;
        (CustomerId, CustomerName, Subject, Language, Header, Notes, NotesOnPdf) = (input.CustomerId, form.CustomerName ?? "", input.Subject, input.Language, input.Header, input.Notes, input.NotesOnPdf);
        (invoiceDate, DueDate, InvoiceTax, TransactionCode) = (input.InvoiceDate, input.DueDate, input.InvoiceTax, input.TransactionCode ?? TransactionCodes.Usual(Day));
        Facility = TaxFacilities.Find(TransactionCode, input.AdditionalInfo, input.FacilityStamp)?.Number;
        (SupportingDocument, SupportingDocumentMonth, SettlesReference) = (input.SupportingDocument, input.SupportingDocumentMonth, input.SettlesReference);
        Lines = [.. input.Lines.Select(LineDraft.Of)];
        Recompute();
    }

    /// <summary>The sums are others.</summary>
    public event Action? Changed;

    public long? CustomerId { get; set; }

    public string CustomerName { get; set; }

    public string Subject { get; set; }

    public InvoiceLanguage Language { get; set; }

    public DateOnly? DueDate { get; set; }

    public bool InvoiceTax { get; private set; }

    public string TransactionCode { get; private set; }

    /// <summary>Number of the facility of codes 07 and 08.</summary>
    public int? Facility { get; set; }

    public string SupportingDocument { get; set; }

    public DateOnly? SupportingDocumentMonth { get; set; }

    public string Header { get; set; }

    public string Notes { get; set; }

    public bool NotesOnPdf { get; set; }

    public bool SettlesReference { get; set; }

    public List<LineDraft> Lines { get; }

    public InvoiceTotals Totals { get; private set; } = new(0, 0, 0, 0, 0, 0);

    /// <summary>Taking it along: a due date that was so many days away stays so, and the usual transaction code becomes the day's.</summary>
    public DateOnly? InvoiceDate
    {
        get => invoiceDate;
        set
        {
            if (value is { } to && invoiceDate is { } from)
            {
                DueDate = DueDate == from.AddDays(ReadInvoiceForm.DaysToDue) ? to.AddDays(ReadInvoiceForm.DaysToDue) : DueDate;
                TransactionCode = TransactionCode == TransactionCodes.Usual(from) ? TransactionCodes.Usual(to) : TransactionCode;
            }

            invoiceDate = value ?? invoiceDate;
            DateIsMissing = value is null;
            Recompute();
        }
    }

    private bool DateIsMissing { get; set; }

    private DateOnly Day => invoiceDate ?? today;

    public static InvoiceDraft Of(InvoiceForm form) => new(form);

    /// <summary>Invoice Tax and its code, as chosen or as the customer presets them.</summary>
    public void SetTax(bool invoiceTax, string? code)
    {
        var next = code ?? TransactionCodes.Usual(Day);
        Facility = next == TransactionCode ? Facility : null;
        (InvoiceTax, TransactionCode) = (invoiceTax, next);
        Recompute();
    }

    /// <summary>One line was typed on.</summary>
    public void Typed(LineDraft line)
    {
        line.Compute(Day, InvoiceTax);
        Sum();
    }

    public LineDraft Add()
    {
        var line = new LineDraft { Kind = Lines.Count == 0 ? LineKind.Service : Lines[^1].Kind };
        Lines.Add(line);
        Typed(line);
        return line;
    }

    public void Remove(int index)
    {
        Lines.RemoveAt(index);
        Sum();
    }

    /// <summary>Moves a line up or down; answers where it is then.</summary>
    public int Move(int index, int by)
    {
        var to = Math.Clamp(index + by, 0, Lines.Count - 1);
        var line = Lines[index];
        Lines.RemoveAt(index);
        Lines.Insert(to, line);
        return to;
    }

    /// <summary>Writes what a snapshot kept over what stands here.</summary>
    public void Restore(FormSnapshot kept)
    {
        CustomerId = kept.Long(nameof(CustomerId));
        CustomerName = kept.Text(nameof(CustomerName)) ?? CustomerName;
        Subject = kept.Text(nameof(Subject)) ?? Subject;
        Language = kept.Choice(nameof(Language), InvoiceChoices.Languages, Language);
        invoiceDate = kept.Day(nameof(InvoiceDate)) ?? invoiceDate;
        DueDate = kept.Day(nameof(DueDate)) ?? DueDate;
        InvoiceTax = kept.Flag(nameof(InvoiceTax)) ?? InvoiceTax;
        TransactionCode = kept.Choice(nameof(TransactionCode), InvoiceChoices.Codes, TransactionCode);
        Facility = kept.Choice("AdditionalInfo", InvoiceChoices.Facilities(TransactionCode), Facility);
        SupportingDocument = kept.Text(nameof(SupportingDocument)) ?? SupportingDocument;
        SupportingDocumentMonth = kept.Day(nameof(SupportingDocumentMonth)) ?? SupportingDocumentMonth;
        Header = kept.Text(nameof(Header)) ?? Header;
        Notes = kept.Text(nameof(Notes)) ?? Notes;
        NotesOnPdf = kept.Flag(nameof(NotesOnPdf)) ?? NotesOnPdf;
        SettlesReference = kept.Flag(nameof(SettlesReference)) ?? SettlesReference;
        Lines.Clear();
        Lines.AddRange(kept.Lines().Select(LineDraft.Of));
        Recompute();
    }

    public InvoiceInput ToInput()
    {
        var facility = TaxFacilities.Of(TransactionCode).FirstOrDefault(f => f.Number == Facility);
        return new InvoiceInput
        {
            CustomerId = CustomerId, Subject = Subject, Language = Language, InvoiceDate = DateIsMissing ? null : invoiceDate, DueDate = DueDate,
            InvoiceTax = InvoiceTax, TransactionCode = InvoiceTax ? TransactionCode : null, AdditionalInfo = facility?.AdditionalInfo, FacilityStamp = facility?.Stamp,
            SupportingDocument = SupportingDocument, SupportingDocumentMonth = SupportingDocumentMonth, Header = Header, Notes = Notes, NotesOnPdf = NotesOnPdf,
            SettlesReference = SettlesReference, Lines = [.. Lines.Select(l => l.ToInput())],
        };
    }

    private void Recompute()
    {
        Lines.ForEach(l => l.Compute(Day, InvoiceTax));
        Sum();
    }

    private void Sum()
    {
        Totals = InvoiceTotals.Sum(Day, InvoiceTax, TransactionCode, [.. Lines.Select(l => l.Line)]);
        Changed?.Invoke();
    }
}
