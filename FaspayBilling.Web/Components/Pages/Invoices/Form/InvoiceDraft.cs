using System.Diagnostics.CodeAnalysis;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Lines;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice.Codes;
using FaspayBilling.Core.Features.Invoices.Form;
using FaspayBilling.Web.Components.Pages.Kept;
using FaspayBilling.Web.Components.Ui;

namespace FaspayBilling.Web.Components.Pages.Invoices.Form;

/// <summary>An invoice while it is typed. A keystroke in a line changes that line and tells whoever shows the sums; nothing else.</summary>
public sealed partial class InvoiceDraft
{
    private readonly InvoiceForm form;
    private readonly DateOnly today;
    private readonly DateOnly? taxDay;
    private readonly (DateOnly? Date, TimeOnly? Time) wasDue;
    private DateOnly? invoiceDate;

    private InvoiceDraft(InvoiceForm form)
    {
        (this.form, today, taxDay, Consumer) = (form, form.Today, form.TaxDay, form.Consumer);
        wasDue = (form.Input.DueDate, form.Input.DueTime);
        CustomerName = form.CustomerName ?? "";
        Take(form.Input);
        Lines = [.. form.Input.Lines.Select(LineDraft.Of)];
        EnsureSpare();
        Recompute();
    }

    /// <summary>Raised when the totals change.</summary>
    public event Action? Changed;

    /// <summary>Raised when an empty line was added at the end.</summary>
    public event Action? LineAdded;

    public long? CustomerId { get; set; }

    public string CustomerName { get; set; }

    public string Subject { get; set; }

    public Language Language { get; set; }

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

    /// <summary>
    /// Taking it along: a due date that was so many days away stays so, and the usual transaction code becomes the day's.
    /// </summary>
    public DateOnly? InvoiceDate
    {
        get => invoiceDate;
        set
        {
            if (value is { } to && invoiceDate is { } from)
            {
                DueDate = DueDate == from.AddDays(ReadInvoiceForm.DaysToDue) ? to.AddDays(ReadInvoiceForm.DaysToDue) : DueDate;
                var follows = taxDay is null && TransactionCode == Usual(from);
                TransactionCode = follows ? Usual(to) : TransactionCode;
            }

            invoiceDate = value ?? invoiceDate;
            DateIsMissing = value is null;
            Recompute();
        }
    }

    private bool DateIsMissing { get; set; }

    /// <summary>The day whose VAT rules hold: a credit note's is that of its invoice.</summary>
    public DateOnly TaxDay => taxDay ?? invoiceDate ?? today;

    public static InvoiceDraft Of(InvoiceForm form) => new(form);

    /// <summary>Invoice Tax and its code, as chosen or as the customer presets them.</summary>
    public void SetTax(bool invoiceTax, string? code)
    {
        var next = code ?? Usual(TaxDay);
        Facility = next == TransactionCode ? Facility : null;
        (InvoiceTax, TransactionCode) = (invoiceTax, next);
        Recompute();
    }

    /// <summary>One line was typed on. The next empty line is there before anybody asks for it.</summary>
    public void Typed(LineDraft line)
    {
        line.Compute(Treatment);
        Sum();
        if (EnsureSpare())
        {
            LineAdded?.Invoke();
        }
    }

    public void Remove(int index)
    {
        Lines.RemoveAt(index);
        EnsureSpare();
        Sum();
    }

    /// <summary>Moves a line up or down; answers where it is then.</summary>
    public int Move(int index, int by)
    {
        var to = Math.Clamp(index + by, 0, Lines.Count - 1);
        var line = Lines[index];
        Lines.RemoveAt(index);
        Lines.Insert(to, line);
        EnsureSpare();
        return to;
    }

    /// <summary>Writes what a snapshot kept over what stands here.</summary>
    public void Restore(FormSnapshot kept)
    {
        CustomerName = kept.Text(nameof(CustomerName)) ?? CustomerName;
        var rate = kept.Text(nameof(EffectiveVatRate)) ?? EffectiveVatRate;
        var code = kept.Choice(nameof(TransactionCode), InvoiceChoices.Codes, TransactionCode);
        var facility = FacilityOf(code, kept.Choice("AdditionalInfo", InvoiceChoices.Facilities(code), Facility));
        Take(new InvoiceContent
        {
            CustomerId = kept.Long(nameof(CustomerId)),
            Subject = kept.Text(nameof(Subject)) ?? Subject,
            Language = kept.Choice(nameof(Language), InvoiceChoices.Languages, Language),
            InvoiceDate = kept.Day(nameof(InvoiceDate)) ?? invoiceDate,
            DueDate = kept.Day(nameof(DueDate)) ?? DueDate,
            DueTime = wasDue.Time,
            InvoiceTax = kept.Flag(nameof(InvoiceTax)) ?? InvoiceTax,
            TransactionCode = code,
            AdditionalInfo = facility?.AdditionalInfo,
            FacilityStamp = facility?.Stamp,
            EffectiveVatRate = Rate,
            SupportingDocument = kept.Text(nameof(SupportingDocument)) ?? SupportingDocument,
            SupportingDocumentMonth = kept.Day(nameof(SupportingDocumentMonth)) ?? SupportingDocumentMonth,
            Header = kept.Text(nameof(Header)) ?? Header,
            Notes = kept.Text(nameof(Notes)) ?? Notes,
            NotesOnPdf = kept.Flag(nameof(NotesOnPdf)) ?? NotesOnPdf,
            SettlesReference = kept.Flag(nameof(SettlesReference)) ?? SettlesReference,

            // Their cells are kept as they were typed, also what is no amount.
            Lines = [],
        });
        EffectiveVatRate = rate;
        Lines.Clear();
        Lines.AddRange(LineDraft.Of(kept));
        EnsureSpare();
        Recompute();
    }

    public InvoiceContent ToInput()
    {
        var facility = FacilityOf(TransactionCode, Facility);
        return new InvoiceContent
        {
            CustomerId = CustomerId,
            Subject = Subject,
            Language = Language,
            InvoiceDate = DateIsMissing ? null : invoiceDate,
            DueDate = DueDate,
            DueTime = DueDate == wasDue.Date ? wasDue.Time : null,
            InvoiceTax = InvoiceTax,
            TransactionCode = InvoiceTax ? TransactionCode : null,
            AdditionalInfo = facility?.AdditionalInfo,
            FacilityStamp = facility?.Stamp,
            EffectiveVatRate = AsksForRate ? Rate : null,
            SupportingDocument = SupportingDocument,
            SupportingDocumentMonth = SupportingDocumentMonth,
            Header = Header,
            Notes = Notes,
            NotesOnPdf = NotesOnPdf,
            SettlesReference = SettlesReference,
            Lines = [.. Written.Select(l => l.ToInput())],
        };
    }

    private static TaxFacility? FacilityOf(string code, int? number) => TaxFacilities.Of(code).FirstOrDefault(f => f.Number == number);

    // All but the lines and the name of the customer.
    [MemberNotNull(nameof(Subject), nameof(TransactionCode), nameof(SupportingDocument), nameof(Header), nameof(Notes))]
    private void Take(InvoiceContent content)
    {
        (CustomerId, Subject, Language) = (content.CustomerId, content.Subject, content.Language);
        (Header, Notes, NotesOnPdf) = (content.Header, content.Notes, content.NotesOnPdf);
        (invoiceDate, DueDate, InvoiceTax) = (content.InvoiceDate, content.DueDate, content.InvoiceTax);
        TransactionCode = content.TransactionCode ?? Usual(TaxDay);
        Facility = TaxFacilities.Find(TransactionCode, content.AdditionalInfo, content.FacilityStamp)?.Number;
        EffectiveVatRate = content.EffectiveVatRate is { } rate ? Format.Quantity(rate) : "";
        (SupportingDocument, SupportingDocumentMonth) = (content.SupportingDocument, content.SupportingDocumentMonth);
        SettlesReference = content.SettlesReference;
    }

    // Without the empty lines at the end; of a form that holds nothing else, the first.
    private IEnumerable<LineDraft> Written => Lines.Take(Math.Max(1, Lines.FindLastIndex(l => !l.IsEmpty) + 1));

    private bool EnsureSpare()
    {
        if (Lines.Count > 0 && Lines[^1].IsEmpty)
        {
            return false;
        }

        Lines.Add(new LineDraft { Kind = Lines.Count == 0 ? LineKind.Service : Lines[^1].Kind });
        return true;
    }

    private void Recompute()
    {
        Lines.ForEach(l => l.Compute(Treatment));
        Sum();
    }

    private void Sum()
    {
        Totals = InvoiceTotals.Sum(Treatment, [.. Lines.Select(l => l.Line)]);
        Changed?.Invoke();
    }
}
