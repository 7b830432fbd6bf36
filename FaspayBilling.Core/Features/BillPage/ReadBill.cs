using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Attachments;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.BillPage;

/// <summary>Reads what the bill page shows to whoever has its link: one invoice, nothing else of the merchant.</summary>
public sealed class ReadBill(IDbContextFactory<BillingDb> dbs)
{
    /// <summary>Refuses <c>bill-page.not-found</c>; drafts and deleted invoices are not there.</summary>
    public async Task<Outcome<Bill>> HandleAsync(string key, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        if (!PublicLinkKey.IsPossible(key)
            || await db.Set<Invoice>().Billed(key).AsNoTracking().SingleOrDefaultAsync(stop) is not { } invoice)
        {
            return InvoiceRefusals.BillPageNotFound;
        }

        var merchant = await db.Set<Merchant>().Where(m => m.Id == invoice.MerchantId)
            .Select(m => new
            {
                m.Name,
                m.Logo,
                m.Address,
                HowToPay = db.Set<BillingSettings>().Where(s => s.MerchantId == m.Id).Select(s => s.PaymentInstructions).FirstOrDefault()
            })
            .SingleAsync(stop);
        var documents = await db.Set<Attachment>().Where(d => d.InvoiceId == invoice.Id && d.ForCustomer).OrderBy(d => d.Id)
            .Select(d => new BillDocument(d.Id, d.FileName, d.Size)).ToListAsync(stop);
        return new Bill
        {
            Language = invoice.Language,
            Title = invoice.Title(),
            Number = invoice.Number,
            Subject = invoice.Subject,
            Customer = invoice.CustomerName,
            Merchant = merchant.Name,
            MerchantAddress = merchant.Address,
            Logo = merchant.Logo,
            InvoiceDate = invoice.InvoiceDate,
            Due = invoice.Due,
            Status = invoice.Status,
            Total = invoice.Total,
            Paid = invoice.Paid,
            Outstanding = invoice.Outstanding,
            PaymentInstructions = merchant.HowToPay ?? "",
            Documents = documents,
        };
    }
}
