using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Merchants;

namespace FaspayBilling.Tests.Properties;

/// <summary>What went out for the tax office is lawful, and in the order of days and numbers.</summary>
internal static class LifeExports
{
    public static void ShouldBeLawful(TaxChannel file, string text, IReadOnlyList<Invoice> invoices)
    {
        var ordered = invoices.OrderBy(i => i.InvoiceDate).ThenBy(i => i.TaxNumber?.Value ?? 0).ThenBy(i => i.Id).ToList();
        if (file == TaxChannel.Desktop)
        {
            LawFiles.CsvShouldBeLawful(text, ordered);
        }
        else
        {
            LawFiles.XmlShouldBeLawful(text, ordered);
        }
    }
}
