using System.Security.Cryptography;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice.Files;

namespace FaspayBilling.Web.Demo;

/// <summary>The demo's uploaded E-Faktur files: for the paid invoices that were exported last.</summary>
internal static class DemoFiles
{
    public static async Task AddAsync(
        WriteContext write, Merchant merchant, IEnumerable<DemoInvoice> invoices, int count, DemoCalendar calendar, DemoPeople people)
    {
        var chosen = invoices
            .Where(m => m.Invoice is { Status: InvoiceStatus.Paid, ExportedAt: not null, TaxNumber: not null })
            .OrderByDescending(m => m.Invoice.ExportedAt).ThenByDescending(m => m.Invoice.TaxNumber)
            .Take(count)
            .ToList();
        for (var i = 0; i < chosen.Count; i++)
        {
            var at = calendar.Past(chosen[i].Invoice.ExportedAt!.Value.AddHours(5).AddMinutes(i * 3));
            await AddAsync(write, merchant, chosen[i], at, people);
        }
    }

    private static async Task AddAsync(WriteContext write, Merchant merchant, DemoInvoice made, DateTime at, DemoPeople people)
    {
        var invoice = made.Invoice;
        var bytes = TaxInvoicePdf.Of(merchant, invoice);
        var content = new FileContent { Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)), Bytes = bytes };
        write.Db.Add(content);
        await write.SaveAsync();
        var name = TaxInvoicePdf.Name(merchant, invoice, invoice.ExportedAt!.Value.AddMinutes(41));
        write.Db.Add(new TaxFile
        {
            MerchantId = merchant.Id,
            InvoiceId = invoice.Id,
            TaxNumber = invoice.TaxNumber!.Value,
            FileName = name,
            Size = bytes.Length,
            ContentId = content.Id,
            Status = TaxFileStatus.Normal,
            UploadedAt = at,
            UploadedBy = people.Finance,
        });
        made.Tell(at, "tax-file.upload", ("file", name));
    }
}
