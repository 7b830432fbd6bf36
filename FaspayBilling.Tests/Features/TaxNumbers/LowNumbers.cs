using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Features.Invoices.Lifecycle;
using FaspayBilling.Core.Features.Invoices.TaxNumbers;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.TaxNumbers;

/// <summary>Moves the count of available numbers down and up as people do.</summary>
internal static class LowNumbers
{
    /// <summary>Issues an invoice's number: one fewer is available.</summary>
    public static async Task<Invoice> TakeOneAsync(this TestDb db, GivenMerchant merchant)
    {
        var invoice = await merchant.InvoiceAsync();
        (await db.Get<GenerateTaxNumber>().HandleAsync(merchant.Finance, invoice.Number, default)).Ok.Should().BeTrue();
        return invoice;
    }

    /// <summary>Cancels the invoice and gives its number back: one more is available.</summary>
    public static async Task GiveBackAsync(this TestDb db, GivenMerchant merchant, Invoice invoice)
    {
        (await db.Get<CancelInvoice>().HandleAsync(merchant.Finance, invoice.Number, default)).Ok.Should().BeTrue();
        (await db.Get<CancelTaxNumber>().HandleAsync(merchant.Finance, invoice.Number, neverApproved: false, default)).Ok.Should().BeTrue();
    }
}
