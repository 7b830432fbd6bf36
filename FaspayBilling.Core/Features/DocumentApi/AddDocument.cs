using FaspayBilling.Core.Data;
using FaspayBilling.Core.Data.Writing;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Invoices.Lines;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Invoices.Lifecycle;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.DocumentApi;

/// <summary>Makes and issues a note or a self-billed document; it carries no Invoice Tax, so it takes no E-Faktur No.</summary>
public sealed class AddDocument(WriteTransaction transaction, InvoiceIssuing issuing)
{
    private const int DaysToDue = 30;

    /// <summary>
    /// Answers the document's id. Refuses <c>not-allowed</c>, <c>invoice.not-found</c> (the invoice that it refers to),
    /// <c>document.reference</c>, <c>document.customer</c>, <c>document.lines</c>.
    /// </summary>
    public Task<Outcome<string>> HandleAsync(Actor actor, DocumentInput input, CancellationToken stop) =>
        transaction.RunAsync<string>(
            actor,
            input.RefersTo is { } about
                ? new AuditedAction(
                    HistorySubject.Invoice, "document.issue", ("type", Value.Term(input.Type)), ("original", about))
                : new AuditedAction(HistorySubject.Invoice, "document.issue:customer", ("type", Value.Term(input.Type))),
            async write =>
            {
                if (actor.WhyNot(Role.Finance) is { } no)
                {
                    return no;
                }

                var original = input.RefersTo is null
                    ? null
                    : await write.Db.Set<Invoice>().VisibleTo(actor).SingleOrDefaultAsync(i => i.Number == input.RefersTo, stop);
                write.About = original?.Id;
                if (input.RefersTo is not null && original is null)
                {
                    return InvoiceRefusals.InvoiceNotFound;
                }

                if (input.Type.Corrects() is null != original is null)
                {
                    return DocumentRefusals.DocumentReference;
                }

                var other = original?.CustomerId ?? input.CustomerId;
                if (await write.Db.Set<Customer>().VisibleTo(actor).SingleOrDefaultAsync(c => c.Id == other, stop) is not { } customer)
                {
                    return DocumentRefusals.DocumentCustomer;
                }

                var document = await WriteAsync(write, input, customer, original);
                if (document.Total <= 0)
                {
                    return DocumentRefusals.DocumentLines;
                }

                await write.AddAsync(document);
                var line = Message.Of(original is null ? "document.issue" : "document.issue:for", ("type", Value.Term(input.Type)));
                var issued = await issuing.IssueUnmailedAsync(
                    write,
                    document,
                    await write.SettingsAsync(),
                    original is null ? line : line.And("original", original.Number));
                if (!issued.Ok)
                {
                    return Outcome<string>.Refused(issued.Refusals);
                }

                if (original is not null)
                {
                    write.History(
                        HistorySubject.Invoice,
                        original.Id,
                        "invoice.refer",
                        ("type", Value.Term(input.Type)),
                        ("note", document.Number));
                }

                return document.DocumentId!;
            },
            stop);

    private static async Task<Invoice> WriteAsync(WriteContext write, DocumentInput input, Customer customer, Invoice? original)
    {
        var today = JakartaCalendar.DayOf(write.Now);
        var document = new Invoice
        {
            MerchantId = write.Actor.MerchantId,
            Number = await InvoiceNumbering.NextAsync(write, today),
            DocumentType = input.Type,
            RefersToId = original?.Id,
        };
        document.Write(
            Content(input, customer.Id, today), original?.CustomerName ?? customer.Name, original?.CustomerNpwp ?? customer.Npwp);
        return document;
    }

    private static InvoiceContent Content(DocumentInput input, long customer, DateOnly today) => new()
    {
        CustomerId = customer,
        Subject = input.Subject,
        Language = Language.English,
        InvoiceDate = today,
        DueDate = today.AddDays(DaysToDue),
        DueTime = null,
        InvoiceTax = false,
        TransactionCode = null,
        AdditionalInfo = null,
        FacilityStamp = null,
        EffectiveVatRate = null,
        SupportingDocument = "",
        SupportingDocumentMonth = null,
        Header = "",
        Notes = "",
        NotesOnPdf = false,
        SettlesReference = false,
        Lines = [.. input.Lines.Select(l => InvoiceLineInput.Empty with { Name = l.Name, Quantity = l.Quantity, Price = l.Price })],
    };
}
