using FaspayBilling.Core.Domain.Money;
using FaspayBilling.Core.Domain.TaxCodes;

namespace FaspayBilling.Core.Domain.Invoices;

/// <summary>What an invoice must be before it is saved: a saved Draft can always be sent.</summary>
public static class InvoiceRules
{
    public static readonly DateOnly FirstDay = new(2020, 1, 1);
    private const int MostYearsAhead = 1;
    private const int MostYearsToDue = 10;

    /// <summary>
    /// All that is wrong with it, each with its field: <c>invoice.customer</c>, <c>invoice.subject</c>, <c>invoice.date</c>, <c>invoice.due</c>,
    /// <c>invoice.transaction-code</c>, <c>invoice.facility</c>, <c>invoice.supporting-document</c>, <c>invoice.header</c>, <c>invoice.notes</c>,
    /// <c>invoice.lines</c>, <c>invoice.total</c> and those of <see cref="InvoiceLineRules"/>.
    /// </summary>
    public static IReadOnlyList<Refusal> WhyNot(InvoiceInput input, DateOnly today) =>
    [
        .. new[]
        {
            input.CustomerId is null ? Refusals.InvoiceCustomer : null,
            input.Subject.Trim().Length > InvoiceInput.LongestSubject ? Refusals.InvoiceSubject : null,
            input.InvoiceDate is not { } day || day < FirstDay || day > today.AddYears(MostYearsAhead) ? Refusals.InvoiceDate : null,
            IsDue(input) ? null : Refusals.InvoiceDue,
            input.InvoiceTax && !TransactionCodes.All.Contains(input.TransactionCode) ? Refusals.InvoiceTransactionCode : null,
            IsFacility(input) ? null : Refusals.InvoiceFacility,
            input.SupportingDocument.Trim().Length > InvoiceInput.LongestDocument ? Refusals.InvoiceSupportingDocument : null,
            input.Header.Length > InvoiceInput.LongestText ? Refusals.InvoiceHeader : null,
            input.Notes.Length > InvoiceInput.LongestText ? Refusals.InvoiceNotes : null,
            input.Lines.Count is 0 or > InvoiceInput.MostLines ? Refusals.InvoiceLines : null,
        }.OfType<Refusal>(),
        .. input.Lines.SelectMany((l, i) => InvoiceLineRules.WhyNot(l, i)),
        .. WhyNotTotal(input),
    ];

    /// <summary>What the tax office would wonder about, though it may be meant: since 2025 code 01 is for luxury goods, which are taxed on the full price.</summary>
    public static IReadOnlyList<string> Warnings(InvoiceInput input)
    {
        if (!input.InvoiceTax || input.InvoiceDate is not { Year: >= 2025 } || input.Lines.Count == 0)
        {
            return [];
        }

        var (some, all) = (input.Lines.Any(l => l.Luxury), input.Lines.All(l => l.Luxury));
        return (some, all) switch
        {
            (true, false) => ["Luxury goods and others are on one invoice. Since 2025 they have different transaction codes: bill them apart."],
            (false, _) when input.TransactionCode == TransactionCodes.NotCollector => ["Since 2025 code 01 is for luxury goods. Everything else is taxed on 11/12 of its price, with code 04."],
            (true, true) when input.TransactionCode == TransactionCodes.OtherValue => ["Code 04 is for what is taxed on 11/12 of its price. Luxury goods are taxed on the full price, with code 01."],
            _ => [],
        };
    }

    private static bool IsDue(InvoiceInput input) => input.DueDate is { } due && input.InvoiceDate is { } day
        ? due >= day && due <= day.AddYears(MostYearsToDue)
        : input.DueDate is not null;

    private static bool IsFacility(InvoiceInput input) =>
        !input.InvoiceTax || !TaxFacilities.NeededBy(input.TransactionCode) || TaxFacilities.Find(input.TransactionCode, input.AdditionalInfo, input.FacilityStamp) is not null;

    // Only of lines that can be worked out, and once each of them is good by itself.
    private static IEnumerable<Refusal> WhyNotTotal(InvoiceInput input)
    {
        if (input.Lines.Count is 0 or > InvoiceInput.MostLines || input.InvoiceDate is not { } day || input.Lines.Any(l => InvoiceLineRules.WhyNot(l, 0).Any()))
        {
            return [];
        }

        var totals = InvoiceTotals.Compute(day, input.InvoiceTax, input.TransactionCode, [.. input.Lines.Select((l, i) => l.ToLine(i + 1))]);
        return totals.Total is <= 0 or > InvoiceInput.Most ? [Refusals.InvoiceTotal] : [];
    }
}
