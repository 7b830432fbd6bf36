using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Invoices.Lines;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Tests.Support.Data;

/// <summary>Issued documents of every type.</summary>
internal static class GivenTypes
{
    /// <summary>An untaxed, Unpaid document of that type for the merchant's usual customer; its number says type and price.</summary>
    public static async Task<Invoice> DocumentAsync(
        this TestDb db, GivenMerchant merchant, DocumentType type, int price = 750_000, int daysToDue = 30)
    {
        var buyer = await merchant.CustomerAsync();
        var today = JakartaCalendar.DayOf(db.Clock.Now());
        var document = new Invoice { MerchantId = merchant.Id, Number = $"{type}-{price}", DocumentType = type };
        document.Write(
            InvoiceContent.Empty with
            {
                CustomerId = buyer.Id,
                InvoiceDate = today.AddDays(-10),
                DueDate = today.AddDays(daysToDue),
                Lines = [InvoiceLineInput.Empty with { Name = "Service", Price = price }],
            },
            buyer.Name,
            buyer.Npwp);
        document.Issue(db.Clock.Now(), DocumentId.New(), windowHours: null, documentWindowHours: 72);
        return await db.AddAsync(document);
    }

    /// <summary>One of each type.</summary>
    public static async Task OneOfEachAsync(this TestDb db, GivenMerchant merchant, int daysToDue = 30)
    {
        foreach (var type in DocumentTypes.All)
        {
            await db.DocumentAsync(merchant, type, daysToDue: daysToDue);
        }
    }
}
