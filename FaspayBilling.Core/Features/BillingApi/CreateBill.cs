using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.History;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Time;
using FaspayBilling.Core.Features.Billings;
using FaspayBilling.Core.Features.Settings;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.BillingApi;

/// <summary>
/// Makes a bill, issues and mails it at once. The same request with the same <c>transaction_number</c> answers the same bill; a unique
/// index decides between two that come at the same moment.
/// </summary>
public sealed class CreateBill(IDbContextFactory<BillingDb> dbs, WriteTransaction transaction, FindBillCaller callers, InvoiceSending sending, SiteSettings site)
{
    private const int LongestName = 300;
    private static readonly TimeSpan UsualTerm = TimeSpan.FromHours(24);

    /// <summary>
    /// Refuses <c>api-credential.signature</c>, <c>bill.other-request</c>, <c>bill.deleted</c>, <c>bill.due</c>, <c>bill.items</c>, <c>bill.static-va</c>.
    /// </summary>
    public async Task<Outcome<Bill>> HandleAsync(SignedBill signed, BillRequest request, CancellationToken stop)
    {
        var caller = await callers.HandleAsync(signed, stop);
        if (!caller.Ok)
        {
            return caller.Refusal!;
        }

        try
        {
            return await OnceAsync(caller.Value, signed.TransactionNumber, request, stop);
        }
        catch (DbUpdateException twin) when (IsDuplicate(twin))
        {
            // Another node made it at the same moment: it is there now.
            return await OnceAsync(caller.Value, signed.TransactionNumber, request, stop);
        }
    }

    private Task<Outcome<Bill>> OnceAsync(BillCaller caller, string transactionNumber, BillRequest request, CancellationToken stop) =>
        transaction.RunAsync<Bill>(caller.Actor, new Attempt(HistorySubject.Invoice, $"Create a bill for transaction {transactionNumber}"), async write =>
        {
            var hash = request.Hash();
            var earlier = await write.Db.Set<Invoice>().IgnoreQueryFilters().VisibleTo(write.Actor).Include(i => i.Payments).SingleOrDefaultAsync(i => i.TransactionNumber == transactionNumber, stop);
            if (earlier is not null)
            {
                write.About = earlier.Id;
                return earlier.TransactionHash != hash ? Refusals.BillOtherRequest : earlier.DeletedAt is not null ? Refusals.BillDeleted : Bill.Of(earlier, site);
            }

            var date = request.Date ?? write.Now;
            var due = request.Due ?? write.Now + UsualTerm;
            if (due < date)
            {
                return Refusals.BillDue;
            }

            var buyer = await BillBuyer.TakeAsync(write, request);
            if (!buyer.Ok)
            {
                return buyer.Refusal!;
            }

            var invoice = await WriteAsync(write, caller, buyer.Value, request, (transactionNumber, hash, JakartaCalendar.DayOf(date), due));
            if (invoice.TaxBase != request.Total)
            {
                return Refusals.BillItems(invoice.TaxBase, request.Total);
            }

            return await IssueAsync(write, invoice);
        }, stop);

    private static async Task<Invoice> WriteAsync(Write write, BillCaller caller, Customer buyer, BillRequest request, (string Number, string Hash, DateOnly Date, DateTime Due) transaction)
    {
        var invoice = new Invoice
        {
            MerchantId = caller.MerchantId, Number = await InvoiceNumbering.NextAsync(write, transaction.Date), CustomerId = buyer.Id, CustomerName = buyer.Name, CustomerNpwp = buyer.Npwp,
            Subject = $"Transaction {transaction.Number}", Language = request.Language, Notes = request.Notes, InvoiceDate = transaction.Date, Due = transaction.Due, InvoiceTax = false,
            TransactionNumber = transaction.Number, TransactionHash = transaction.Hash, BillingCredentialId = caller.CredentialId,
        };
        invoice.Bill(request.Items.Count > 0
            ? request.Items.Select((item, i) => new InvoiceLine { Position = i + 1, Name = item.Name, Quantity = item.Quantity, Price = item.Amount })
            : [new InvoiceLine { Position = 1, Name = NameOf(request, invoice.Subject), Quantity = 1, Price = request.Total }]);
        return invoice;
    }

    private static string NameOf(BillRequest request, string otherwise)
    {
        var first = request.Notes.Split('\n', 2)[0].Trim();
        return first.Length == 0 ? otherwise : first.Length <= LongestName ? first : first[..LongestName];
    }

    private async Task<Outcome<Bill>> IssueAsync(Write write, Invoice invoice)
    {
        write.Db.Add(invoice);
        await write.SaveAsync();
        write.History(HistorySubject.Invoice, invoice.Id, $"Created over the billing API for transaction {invoice.TransactionNumber}");
        var issued = await sending.IssueAsync(write, invoice, await write.Db.SettingsAsync(write.Actor, write.Stop));
        return issued.Ok ? Bill.Of(invoice, site) : issued.Refusal!;
    }

    private bool IsDuplicate(DbUpdateException refused)
    {
        using var db = dbs.CreateDbContext();
        return db.IsDuplicate(refused);
    }
}
