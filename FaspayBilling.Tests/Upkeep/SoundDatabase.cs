using System.Security.Cryptography;
using FaspayBilling.Core.Domain.Attachments;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Domain.TaxOffice;
using FaspayBilling.Core.Domain.TaxOffice.Codes;
using FaspayBilling.Core.Domain.TaxOffice.Coretax;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Upkeep;

/// <summary>One of everything that the rules look at, and nothing that breaks one.</summary>
internal static class SoundDatabase
{
    public const string Numbered = "INV-FPY-112600001";
    public const string PartlyPaid = "INV-FPY-112600002";

    public static async Task<TestDb> MakeAsync(Database database)
    {
        var db = await TestDb.MakeAsync(database);
        await FillAsync(db);
        return db;
    }

    private static async Task FillAsync(TestDb db)
    {
        var now = db.Clock.GetUtcNow().UtcDateTime;
        var fpy = await db.Given.MerchantAsync();
        await (await db.Given.MerchantAsync("T8V", "022732101076000")).CustomerAsync();
        await fpy.CustomerAsync();
        await fpy.CustomerAsync("PT Kedua");
        await fpy.AvailableNumbersAsync(2026, 10, "000-26.00000001");
        await fpy.AvailableNumbersAsync(2026, 5, "000-26.00000011");
        await fpy.ThresholdAsync(3);
        await db.AddAsync(new ThresholdState { MerchantId = fpy.Id, Year = 2026 });

        var numbered = await fpy.InvoiceAsync(taxNumber: "000-26.00000003");
        var paid = await fpy.InvoiceAsync(InvoiceStatus.PartiallyPaid);
        foreach (var invoice in new[] { numbered, paid })
        {
            await db.AddAsync(new HistoryEntry
            {
                MerchantId = fpy.Id, At = now, Who = "Fina", Subject = HistorySubject.Invoice, SubjectId = invoice.Id,
                Action = "invoice.issue", Arguments = Sequence<NamedValue>.Empty,
            });
        }

        await fpy.MailAsync(invoiceId: numbered.Id);
        var bytes = new byte[] { 1, 2, 3 };
        var content = await db.AddAsync(new FileContent { Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)), Bytes = bytes });
        await db.AddAsync(new Attachment
        {
            MerchantId = fpy.Id, InvoiceId = numbered.Id, Type = AttachmentType.Supporting, FileName = "contract.pdf",
            ContentType = "application/pdf", Size = 3, ContentId = content.Id, UploadedAt = now, UploadedBy = "Fina",
        });
        await db.AddAsync(new TaxExport
        {
            MerchantId = fpy.Id, Channel = TaxChannel.Desktop, FileName = "november.csv", ContentId = content.Id, Invoices = 0, At = now,
            By = "Fina",
        });
        await db.AddAsync(new CoretaxRow
        {
            MerchantId = fpy.Id, Number = "04002600000000003", Reference = "", Status = CoretaxStatus.Approved, Date = new(2026, 11, 16),
            BuyerName = "PT Pelanggan Setia", BuyerId = "026015362054000", TaxBase = 1, Vat = 1, ReadAt = now,
        });
    }
}
