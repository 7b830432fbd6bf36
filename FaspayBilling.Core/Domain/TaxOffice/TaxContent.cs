using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Lines;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice.Codes;

namespace FaspayBilling.Core.Domain.TaxOffice;

/// <summary>
/// What of an invoice the tax office looks at and only the invoice itself can mend: as it is stored, or while it is typed.
/// </summary>
public sealed record TaxContent
{
    /// <summary>Day, code and rate.</summary>
    public required VatTreatment Treatment { get; init; }

    /// <summary>TD.005nn; null without.</summary>
    public required string? AdditionalInfo { get; init; }

    /// <summary>TD.011nn; null without.</summary>
    public required string? FacilityStamp { get; init; }

    /// <summary>The buyer has no NPWP: what we take for an end consumer.</summary>
    public required bool Consumer { get; init; }

    /// <summary>In their order, worked out.</summary>
    public required IReadOnlyList<InvoiceLine> Lines { get; init; }

    /// <summary>Of an invoice with its lines; its buyer is that of the day on which it was issued.</summary>
    public static TaxContent Of(Invoice invoice) => new()
    {
        Treatment = invoice.Treatment(),
        AdditionalInfo = invoice.AdditionalInfo,
        FacilityStamp = invoice.FacilityStamp,
        Consumer = Npwp.IsNone(invoice.CustomerNpwp),
        Lines = [.. invoice.Lines.OrderBy(l => l.Position)],
    };

    /// <summary>Of an invoice that is typed; null before it has a date.</summary>
    public static TaxContent? Of(InvoiceContent input, bool consumer)
    {
        if (input.Treatment is not { } treatment)
        {
            return null;
        }

        var lines = input.Lines.Select((l, i) => l.ToLine(i + 1)).ToList();
        lines.ForEach(l => l.Compute(treatment));
        return new()
        {
            Treatment = treatment,
            AdditionalInfo = input.AdditionalInfo,
            FacilityStamp = input.FacilityStamp,
            Consumer = consumer,
            Lines = lines,
        };
    }
}
