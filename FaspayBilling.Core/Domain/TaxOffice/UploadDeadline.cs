using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Domain.TaxOffice;

/// <summary>Until when a tax invoice must have been uploaded and approved (docs/sources/tax-law.md 1.3).</summary>
public static class UploadDeadline
{
    private static readonly DateOnly Twentieth = new(2025, 5, 22);

    /// <summary>The 15th of the month after the invoice date; the 20th where that 15th lies after PER-11/PJ/2025 came into force.</summary>
    public static DateOnly Of(DateOnly invoiceDate)
    {
        var fifteenth = new DateOnly(invoiceDate.Year, invoiceDate.Month, 1).AddMonths(1).AddDays(14);
        return fifteenth >= Twentieth ? fifteenth.AddDays(5) : fifteenth;
    }

    /// <summary>
    /// Warns when the deadline of a tax invoice of that day has passed before it is issued; no law keeps it from being issued late.
    /// </summary>
    public static Message? Warning(DateOnly invoiceDate, DateOnly today) =>
        Of(invoiceDate) is var deadline && today > deadline ? Message.Of("invoice-warning.late", ("deadline", deadline)) : null;

    /// <summary>The tax month, its first day, whose deadline comes next or is today.</summary>
    public static DateOnly NextMonth(DateOnly today)
    {
        var last = new DateOnly(today.Year, today.Month, 1).AddMonths(-1);
        return today <= Of(last) ? last : last.AddMonths(1);
    }
}
