using FaspayBilling.Core.Domain.Invoices.Lines;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice.Codes;

namespace FaspayBilling.Core.Domain.Invoices;

/// <summary>What an invoice must be before it is saved: a saved Draft can always be sent.</summary>
public static class InvoiceRules
{
    public static readonly DateOnly FirstDay = new(2020, 1, 1);
    private const int MostYearsAhead = 1;

    /// <summary>
    /// All that is wrong with it, each with its field: <c>invoice.customer</c>, <c>invoice.subject</c>, <c>invoice.date</c>,
    /// <c>invoice.due</c>, <c>invoice.transaction-code</c>, <c>invoice.facility</c>, <c>invoice.effective-rate</c>,
    /// <c>invoice.supporting-document</c>, <c>invoice.supporting-month</c>, <c>invoice.header</c>, <c>invoice.notes</c>,
    /// <c>invoice.lines</c>, <c>invoice.total</c> and those of <see cref="InvoiceLineRules"/>.
    /// </summary>
    public static IReadOnlyList<Refusal> WhyNot(InvoiceContent input, DateOnly today) =>
    [
        .. new[]
        {
            input.CustomerId is null ? InvoiceRefusals.InvoiceCustomer : null,
            PlainText.Line(input.Subject).Length > InvoiceContent.LongestSubject ? InvoiceRefusals.InvoiceSubject : null,
            Days(today).Holds(input.InvoiceDate) ? null : InvoiceRefusals.InvoiceDate(Days(today)),
            WhyNotDue(input, today),
            input.InvoiceTax && !TransactionCodes.IsKnown(input.TransactionCode) ? InvoiceRefusals.InvoiceTransactionCode : null,
            IsFacility(input) ? null : InvoiceRefusals.InvoiceFacility,
            WhyNotRate(input),
            PlainText.Line(input.SupportingDocument).Length > InvoiceContent.LongestDocument
                ? InvoiceRefusals.InvoiceSupportingDocument
                : null,
            WhyNotSupportingMonth(input, today),
            PlainText.Lines(input.Header).Length > InvoiceContent.LongestText ? InvoiceRefusals.InvoiceHeader : null,
            PlainText.Lines(input.Notes).Length > InvoiceContent.LongestText ? InvoiceRefusals.InvoiceNotes : null,
            input.Lines.Count is 0 or > InvoiceContent.MostLines ? InvoiceRefusals.InvoiceLines : null,
        }.OfType<Refusal>(),
        .. input.Lines.SelectMany((l, i) => InvoiceLineRules.WhyNot(l, i)),
        .. WhyNotTotal(input),
    ];

    /// <summary>The days that an invoice may be dated: since 2020, and up to a year ahead.</summary>
    public static DayRange Days(DateOnly today) => new(FirstDay, today.AddYears(MostYearsAhead));

    // Of an invoice whose own date is wrong, only what no invoice could have.
    private static Refusal? WhyNotDue(InvoiceContent input, DateOnly today)
    {
        var days = Days(today).Holds(input.InvoiceDate)
            ? DayRange.After(input.InvoiceDate!.Value)
            : new DayRange(FirstDay, DayRange.After(Days(today).Last).Last);
        return days.Holds(input.DueDate) ? null : InvoiceRefusals.InvoiceDue(days);
    }

    // It counts, and is asked for, only where the code names a facility.
    private static Refusal? WhyNotSupportingMonth(InvoiceContent input, DateOnly today)
    {
        var days = new DayRange(FirstDay, new DateOnly(today.Year, 12, 31));
        return input is not { InvoiceTax: true, SupportingDocumentMonth: { } month }
            || !TaxFacilities.NeededBy(input.TransactionCode)
            || days.Holds(month)
            ? null
            : InvoiceRefusals.InvoiceSupportingMonth(days);
    }

    private static bool IsFacility(InvoiceContent input) =>
        !input.InvoiceTax
        || !TaxFacilities.NeededBy(input.TransactionCode)
        || TaxFacilities.Find(input.TransactionCode, input.AdditionalInfo, input.FacilityStamp) is not null;

    // Without a date it is the date that is asked for first.
    private static Refusal? WhyNotRate(InvoiceContent input)
    {
        if (!input.InvoiceTax || input.InvoiceDate is not { } day || !Vat.AsksForRate(input.TransactionCode, day))
        {
            return null;
        }

        var fine = input.EffectiveVatRate is { } rate
            ? Vat.IsEffectiveRate(rate, day)
            : input.TransactionCode != TransactionCodes.SpecifiedAmount;
        return fine ? null : InvoiceRefusals.InvoiceEffectiveRate(Vat.Rate(day));
    }

    // Only of lines that can be worked out, and once each of them is good by itself.
    private static IEnumerable<Refusal> WhyNotTotal(InvoiceContent input)
    {
        if (input.Lines.Count is 0 or > InvoiceContent.MostLines
            || input.Treatment is not { } treatment
            || input.Lines.Any(l => InvoiceLineRules.WhyNot(l, 0).Any()))
        {
            return [];
        }

        var totals = InvoiceTotals.Compute(treatment, [.. input.Lines.Select((l, i) => l.ToLine(i + 1))]);
        return totals.Total is <= 0 or > InvoiceContent.Most ? [InvoiceRefusals.InvoiceTotal] : [];
    }
}
