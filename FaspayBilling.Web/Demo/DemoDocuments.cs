using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Invoices.Lines;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Invoices.Lifecycle;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Web.Demo;

/// <summary>Documents of FPY for T8V, issued on the day of the demo, with ids that a person can type. In Development only.</summary>
public static class DemoDocuments
{
    /// <summary>May be cancelled for 72 hours after the demo was made.</summary>
    public const string ToCancel = "DEMOTOCANCEL00000000000001";

    /// <summary>T8V may ask for its rejection.</summary>
    public const string ToReject = "DEMOTOREJECT00000000000002";

    /// <summary>Stays blocked until <see cref="Note"/> is cancelled.</summary>
    public const string Noted = "DEMONOTED00000000000000003";

    /// <summary>A credit note that refers to <see cref="Noted"/>.</summary>
    public const string Note = "DEMOCREDITNOTE000000000004";

    /// <summary>FPY is the buyer here, and so the issuer of record.</summary>
    public const string SelfBilled = "DEMOSELFBILLED000000000005";

    private const string OtherNpwp = "013825647609000";

    internal static async Task AddAsync(WriteContext demo, IReadOnlyDictionary<string, long> merchants, DemoCalendar calendar)
    {
        var write = new WriteContext(demo.Db, Actor.System(merchants[DemoContent.MerchantCode]), calendar.Start, demo.Stop);
        var last = await write.Db.Set<Customer>().VisibleTo(write.Actor).MaxAsync(c => c.Number, write.Stop);
        var customer = new Customer
        {
            MerchantId = write.Actor.MerchantId,
            Number = last + 1,
            Name = "PT Delapan Mitra",
            Npwp = OtherNpwp,
            Email = "finance@delapanmitra.example",
            Address = "Jl. Raya Gubeng No. 18, Surabaya 60281",
            NpwpName = "PT Delapan Mitra",
            NpwpAddress = "Jl. Raya Gubeng No. 18, Surabaya 60281",
            VaNumber = "8800990001",
            TaxableCompany = true,
        };
        write.Db.Add(customer);
        await write.SaveAsync();
        var receiver = merchants[DemoContent.OtherMerchantCode];
        await AddAsync(write, customer, receiver, DocumentType.Invoice, ToCancel);
        await AddAsync(write, customer, receiver, DocumentType.Invoice, ToReject);
        var noted = await AddAsync(write, customer, receiver, DocumentType.Invoice, Noted);
        await AddAsync(write, customer, receiver, DocumentType.CreditNote, Note, noted.Id);
        await AddAsync(write, customer, receiver, DocumentType.SelfBilledInvoice, SelfBilled);
    }

    private static async Task<Invoice> AddAsync(
        WriteContext write, Customer customer, long receiver, DocumentType type, string documentId, long? refersTo = null)
    {
        var today = JakartaCalendar.DayOf(write.Now);
        var invoice = new Invoice
        {
            MerchantId = write.Actor.MerchantId,
            Number = await InvoiceNumbering.NextAsync(write, today),
            DocumentType = type,
            RefersToId = refersTo,
        };
        var content = InvoiceContent.Empty with
        {
            CustomerId = customer.Id,
            Subject = $"{type.Text()} of the demo",
            InvoiceDate = today,
            DueDate = today.AddDays(30),
            Lines =
            [
                InvoiceLineInput.Empty with
                {
                    Name = "Payment gateway, monthly fee",
                    Unit = "month",
                    Price = type.Corrects() is null ? 750_000 : 50_000,
                },
            ],
        };
        invoice.Write(content, customer.Name, customer.Npwp);
        invoice.Issue(write.Now, documentId, null, DocumentWindow.Hours, DocumentWindow.Hours, receiver);
        write.Db.Add(invoice);
        await write.SaveAsync();
        write.History(HistorySubject.Invoice, invoice.Id, "invoice.create:draft");
        write.History(HistorySubject.Invoice, invoice.Id, "invoice.issue");
        write.Notify(invoice.MerchantId, invoice, DocumentNoticeKind.Validated);
        write.NotifyReceiver(invoice, DocumentNoticeKind.Received);
        return invoice;
    }
}
