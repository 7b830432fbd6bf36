using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Data.Totals;

/// <summary>
/// How many issued tax invoices of a month neither went out in an export nor are in Coretax; kept like <see cref="InvoiceTotal"/>.
/// </summary>
public sealed class UploadTotal : IMerchantOwned
{
    public long MerchantId { get; private set; }

    /// <summary>First day of the month of the invoice date.</summary>
    public DateOnly Month { get; private set; }

    public int Count { get; private set; }
}
