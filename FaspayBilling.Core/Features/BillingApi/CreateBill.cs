using FaspayBilling.Core.Configuration;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Data.Writing;
using FaspayBilling.Core.Domain.ApiAccess;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Lines;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Invoices.Lifecycle;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.BillingApi;

/// <summary>
/// Makes a bill, issues and mails it at once. The same request with the same <c>transaction_number</c> answers the same bill; a unique
/// index decides between two that come at the same moment.
/// </summary>
public sealed class CreateBill(
    IDbContextFactory<BillingDb> dbs, WriteTransaction transaction, FindBillCaller callers, InvoiceIssuing issuing, SiteSettings site)
{
    private const int LongestName = 300;
    private static readonly TimeSpan UsualTerm = TimeSpan.FromHours(24);

    /// <summary>
    /// Refuses <c>api-credential.signature</c>, <c>bill.other-request</c>, <c>bill.deleted</c>, <c>bill.date</c>, <c>bill.due</c>,
    /// <c>bill.items</c>, <c>bill.static-va</c>, <c>bill.customer</c>.
    /// </summary>
    public async Task<Outcome<ApiBill>> HandleAsync(SignedBill signed, BillRequest request, CancellationToken stop)
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

    private Task<Outcome<ApiBill>> OnceAsync(BillCaller caller, string transactionNumber, BillRequest request, CancellationToken stop) =>
        transaction.RunAsync<ApiBill>(
            caller.Actor, new AuditedAction(HistorySubject.Invoice, "bill.create", ("transaction", transactionNumber)), async write =>
            {
                var hash = request.Hash();
                if (await write.Queries.Of(Find)(write.Db, caller.MerchantId, transactionNumber) is { } earlier)
                {
                    write.About = earlier.Id;
                    await write.Db.Entry(earlier).Collection(i => i.Payments).LoadAsync(stop);
                    return earlier.TransactionHash != hash ? BillRefusals.BillOtherRequest
                        : earlier.DeletedAt is not null ? BillRefusals.BillDeleted
                        : ApiBill.Of(earlier, site);
                }

                var date = request.Date ?? write.Now;
                var due = request.Due ?? write.Now + UsualTerm;
                if (WhyNot(date, due, JakartaCalendar.DayOf(write.Now)) is { } no)
                {
                    return no;
                }

                var buyer = await BillBuyer.TakeAsync(write, request);
                if (!buyer.Ok)
                {
                    return buyer.Refusal!;
                }

                var invoice = await WriteAsync(
                    write, caller, buyer.Value, request, (transactionNumber, hash, JakartaCalendar.DayOf(date), due));
                if (invoice.TaxBase != request.Total)
                {
                    return BillRefusals.BillItems(invoice.TaxBase, request.Total);
                }

                return await IssueAsync(write, invoice);
            }, stop);

    private static Func<BillingDb, long, string, Task<Invoice?>> Find() => EF.CompileAsyncQuery(
        (BillingDb db, long merchant, string transactionNumber) => db.Set<Invoice>()
            .IgnoreQueryFilters()
            .SingleOrDefault(i => i.MerchantId == merchant && i.TransactionNumber == transactionNumber));

    private static Refusal? WhyNot(DateTime date, DateTime due, DateOnly today)
    {
        var days = InvoiceRules.Days(today);
        var day = JakartaCalendar.DayOf(date);
        return !days.Holds(day) ? BillRefusals.BillDate(days)
            : due < date ? BillRefusals.BillDue
            : !DayRange.After(day).Holds(JakartaCalendar.DayOf(due)) ? BillRefusals.BillDueFar(DayRange.After(day))
            : null;
    }

    private static async Task<Invoice> WriteAsync(
        WriteContext write,
        BillCaller caller,
        Customer buyer,
        BillRequest request,
        (string Number, string Hash, DateOnly Date, DateTime Due) transaction)
    {
        var invoice = new Invoice
        {
            MerchantId = caller.MerchantId,
            Number = await InvoiceNumbering.NextAsync(write, transaction.Date),
            TransactionNumber = transaction.Number,
            TransactionHash = transaction.Hash,
            BillingCredentialId = caller.CredentialId,
        };
        invoice.Write(Content(buyer, request, transaction), buyer.Name, buyer.Npwp);
        return invoice;
    }

    private static InvoiceContent Content(
        Customer buyer, BillRequest request, (string Number, string Hash, DateOnly Date, DateTime Due) transaction)
    {
        var subject = $"Transaction {transaction.Number}";
        return new InvoiceContent
        {
            CustomerId = buyer.Id,
            Subject = subject,
            Language = request.Language,
            InvoiceDate = transaction.Date,
            DueDate = JakartaCalendar.DayOf(transaction.Due),
            DueTime = TimeOnly.FromDateTime(JakartaCalendar.Local(transaction.Due)),
            InvoiceTax = false,
            TransactionCode = null,
            AdditionalInfo = null,
            FacilityStamp = null,
            EffectiveVatRate = null,
            SupportingDocument = "",
            SupportingDocumentMonth = null,
            Header = "",
            Notes = request.Notes,
            NotesOnPdf = false,
            SettlesReference = false,
            Lines = request.Items.Count > 0
                ? [.. request.Items.Select(item => Line(item.Name, item.Quantity, item.Amount))]
                : [Line(NameOf(request, subject), 1, request.Total)],
        };
    }

    private static InvoiceLineInput Line(string name, decimal quantity, decimal price) =>
        InvoiceLineInput.Empty with { Name = name, Quantity = quantity, Price = price };

    private static string NameOf(BillRequest request, string otherwise)
    {
        var first = PlainText.Line(PlainText.Lines(request.Notes).Split('\n', 2)[0]);
        return first.Length == 0 ? otherwise : PlainText.Cut(first, LongestName);
    }

    private async Task<Outcome<ApiBill>> IssueAsync(WriteContext write, Invoice invoice)
    {
        await write.AddAsync(invoice);
        write.History(HistorySubject.Invoice, invoice.Id, "bill.create", ("transaction", invoice.TransactionNumber ?? ""));
        var issued = await issuing.IssueAsync(write, invoice, await write.SettingsAsync());
        return issued.Ok ? ApiBill.Of(invoice, site) : issued.Refusal!;
    }

    private bool IsDuplicate(DbUpdateException refused)
    {
        using var db = dbs.CreateDbContext();
        return db.IsDuplicate(refused);
    }
}
