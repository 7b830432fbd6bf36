using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Documents;
using FaspayBilling.Core.Domain.History;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Time;
using FaspayBilling.Core.Features.Billings;
using FaspayBilling.Core.Features.Settings;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Documents;

/// <summary>Makes and issues a note or a self-billed document; it carries no Invoice Tax, so it takes no E-Faktur No.</summary>
public sealed class AddDocument(WriteTransaction transaction)
{
    private const int DaysToDue = 30;

    /// <summary>
    /// Answers the document's id. Refuses <c>not-allowed</c>, <c>invoice.not-found</c> (the invoice that it refers to), <c>document.reference</c>,
    /// <c>document.customer</c>, <c>document.lines</c>.
    /// </summary>
    public Task<Outcome<string>> HandleAsync(Actor actor, DocumentInput input, CancellationToken stop) =>
        transaction.RunAsync<string>(actor, new Attempt(HistorySubject.Invoice, $"Issue {input.Type.Text()} for {input.RefersTo ?? "a customer"}"), async write =>
        {
            if (actor.WhyNot(Role.Finance) is { } no)
            {
                return no;
            }

            var original = input.RefersTo is null ? null : await write.Db.Set<Invoice>().VisibleTo(actor).SingleOrDefaultAsync(i => i.Number == input.RefersTo, stop);
            write.About = original?.Id;
            if (input.RefersTo is not null && original is null)
            {
                return Refusals.InvoiceNotFound;
            }

            if (input.Type.Corrects() is null != original is null)
            {
                return Refusals.DocumentReference;
            }

            var other = original?.CustomerId ?? input.CustomerId;
            if (await write.Db.Set<Customer>().VisibleTo(actor).SingleOrDefaultAsync(c => c.Id == other, stop) is not { } customer)
            {
                return Refusals.DocumentCustomer;
            }

            var document = await WriteAsync(write, input, customer, original);
            if (document.Total <= 0)
            {
                return Refusals.DocumentLines;
            }

            if (await DocumentIssue.IssueAsync(write, document, await write.Db.SettingsAsync(actor, stop)) is { } refused)
            {
                return refused;
            }

            write.Db.Add(document);
            await write.SaveAsync();
            var about = original is null ? "" : $" for {original.Number}";
            write.History(HistorySubject.Invoice, document.Id, $"Issued as {input.Type.Text()}{about}");
            if (original is not null)
            {
                write.History(HistorySubject.Invoice, original.Id, $"{input.Type.Text()} {document.Number} refers to it");
            }

            return document.DocumentId!;
        }, stop);

    private static async Task<Invoice> WriteAsync(Write write, DocumentInput input, Customer customer, Invoice? original)
    {
        var today = JakartaCalendar.DayOf(write.Now);
        var document = new Invoice
        {
            MerchantId = write.Actor.MerchantId, Number = await InvoiceNumbering.NextAsync(write, today), CustomerId = customer.Id,
            CustomerName = original?.CustomerName ?? customer.Name, CustomerNpwp = original?.CustomerNpwp ?? customer.Npwp, Subject = input.Subject,
            InvoiceDate = today, Due = JakartaCalendar.EndOf(today.AddDays(DaysToDue)), InvoiceTax = false, DocumentType = input.Type, RefersToId = original?.Id,
        };
        document.Bill(input.Lines.Select((l, i) => new InvoiceLine { Position = i + 1, Name = l.Name, Quantity = l.Quantity, Price = l.Price }));
        return document;
    }
}
