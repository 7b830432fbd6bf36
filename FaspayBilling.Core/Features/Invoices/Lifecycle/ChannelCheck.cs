using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice;
using FaspayBilling.Core.Features.TaxOffice.Codes;

namespace FaspayBilling.Core.Features.Invoices.Lifecycle;

/// <summary>Whether a tax invoice can go the merchant's way to the tax office, asked while it can still be changed.</summary>
internal static class ChannelCheck
{
    /// <summary>Refuses <c>invoice.channel</c>, once for each thing that the export would refuse.</summary>
    public static async Task<IReadOnlyList<Refusal>> WhyNotAsync(WriteContext write, Invoice invoice, BillingSettings settings)
    {
        if (!invoice.IsTaxInvoice || !settings.EFakturModule)
        {
            return [];
        }

        if (invoice.Lines.Count == 0)
        {
            await write.Db.Entry(invoice).Collection(i => i.Lines).LoadAsync(write.Stop);
        }

        return [.. ContentProblems.OfChannel(settings.TaxChannel, TaxContent.Of(invoice), GoodsCodes.Knows)
            .Select(TaxOfficeRefusals.InvoiceChannel)];
    }
}
