using FaspayBilling.Core.Data;
using FaspayBilling.Core.Data.Writing;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Actions;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Invoices.Lifecycle;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Invoices.Form;

/// <summary>
/// Saves the invoice form: a new invoice or note, or a Draft or Proforma that changes, and sends it in the same transaction when asked to.
/// </summary>
public sealed class SaveInvoice(WriteTransaction transaction, InvoiceIssuing issuing)
{
    /// <summary>
    /// A new invoice, or with <paramref name="note"/> a new note; answers its number. Refuses like
    /// <see cref="HandleAsync(Actor, InvoiceKey, InvoiceContent, AfterSave, CancellationToken)"/> and <c>invoice.not-noted</c>.
    /// </summary>
    public Task<Outcome<string>> HandleAsync(
        Actor actor, InvoiceContent input, AfterSave then, NoteRequest? note, CancellationToken stop) =>
        transaction.RunAsync<string>(
            actor,
            new AuditedAction(
                HistorySubject.Invoice,
                note is null
                    ? Message.Of("invoice.create")
                    : Message.Of("invoice.create:note", ("type", Value.Term(note.Type)), ("original", note.RefersTo))),
            async write =>
            {
                var original = note is null ? null : (await LockedInvoice.TakeAsync(write, note.RefersTo));
                var refusal = actor.WhyNot(Role.Finance) ?? original?.Refusal ?? original?.Value.WhyNot(ActionOf(note!.Type), write.Now);
                if (refusal is not null)
                {
                    return refusal;
                }

                var corrected = original?.Value.Invoice;
                input = corrected is null ? input : input with { CustomerId = corrected.CustomerId };
                var customer = await CheckAsync(write, input, before: corrected?.CustomerId);
                return customer.Ok
                    ? await CreateAsync(write, input, customer.Value, then, note?.Type ?? DocumentType.Invoice, corrected)
                    : Outcome<string>.Refused(customer.Refusals);
            },
            stop);

    /// <summary>
    /// Changes a Draft or Proforma; its number stays. Refuses <c>invoice.not-found</c>, <c>not-allowed</c>, <c>changed-elsewhere</c>,
    /// <c>invoice.not-editable</c>, <c>module.off</c>, <c>invoice.customer</c>, <c>invoice.customer-archived</c>, <c>document.reference</c>
    /// and all of <see cref="InvoiceRules"/>; when it is issued also <c>invoice.channel</c> and <c>invoice.customer-tax</c>.
    /// Warns when it was issued without a number or no mail went out.
    /// </summary>
    public Task<Outcome<string>> HandleAsync(Actor actor, InvoiceKey key, InvoiceContent input, AfterSave then, CancellationToken stop) =>
        transaction.RunAsync<string>(
            actor, new AuditedAction(HistorySubject.Invoice, "invoice.change", ("invoice", key.Number)), async write =>
        {
            var found = await LockedInvoice.TakeAsync(write, key);
            if ((found.Refusal ?? found.Value.WhyNot(InvoiceAction.Edit, write.Now)) is { } no)
            {
                return no;
            }

            var invoice = found.Value.Invoice;
            input = invoice.RefersToId is null ? input : input with { CustomerId = invoice.CustomerId };
            var customer = await CheckAsync(write, input, invoice.CustomerId);
            if (!customer.Ok)
            {
                return Outcome<string>.Refused(customer.Refusals);
            }

            await write.Db.Entry(invoice).Collection(i => i.Lines).LoadAsync(stop);
            var before = invoice.Total;
            var taxDay = await write.Db.Set<Invoice>().TaxDayAsync(invoice, stop);
            invoice.Write(input, customer.Value.Name, customer.Value.Npwp, taxDay);
            write.History(HistorySubject.Invoice, invoice.Id, before == invoice.Total
                ? Message.Of("invoice.change")
                : Message.Of("invoice.change:total", ("before", Value.Money(before)), ("after", Value.Money(invoice.Total))));
            return await ThenAsync(write, invoice, then);
        }, stop);

    private static InvoiceAction ActionOf(DocumentType type) => type switch
    {
        DocumentType.CreditNote => InvoiceAction.CreditNote,
        DocumentType.DebitNote => InvoiceAction.DebitNote,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "The form writes credit and debit notes."),
    };

    private static async Task<Outcome<Customer>> CheckAsync(WriteContext write, InvoiceContent input, long? before)
    {
        if (input.InvoiceTax && !(await write.SettingsAsync()).EFakturModule)
        {
            return Refusals.ModuleOff;
        }

        var refusals = InvoiceRules.WhyNot(input, JakartaCalendar.DayOf(write.Now));
        var customer = input.CustomerId is not { } id
            ? null
            : await write.Queries.Of(CustomerOf)(write.Db, write.Actor.MerchantId, id);
        if (customer is null)
        {
            return Outcome<Customer>.Refused(
                [InvoiceRefusals.InvoiceCustomer, .. refusals.Where(r => r != InvoiceRefusals.InvoiceCustomer)]);
        }

        var archived = customer.ArchivedAt is not null && customer.Id != before;
        refusals = archived ? [InvoiceRefusals.InvoiceCustomerArchived, .. refusals] : refusals;
        return refusals.Count > 0 ? Outcome<Customer>.Refused(refusals) : customer;
    }

    private static Func<BillingDb, long, long, Task<Customer?>> CustomerOf() => EF.CompileAsyncQuery(
        (BillingDb db, long merchant, long id) => db.Set<Customer>().SingleOrDefault(c => c.MerchantId == merchant && c.Id == id));

    private async Task<Outcome<string>> CreateAsync(
        WriteContext write, InvoiceContent input, Customer customer, AfterSave then, DocumentType type, Invoice? original)
    {
        var invoice = new Invoice
        {
            MerchantId = write.Actor.MerchantId,
            Number = await InvoiceNumbering.NextAsync(write, input.InvoiceDate!.Value),
            DocumentType = type,
            RefersToId = original?.Id,
        };
        invoice.Write(
            input, customer.Name, customer.Npwp, original is null ? null : NoteContent.TaxDay(type, original.InvoiceDate));
        await write.AddAsync(invoice);
        write.About = invoice.Id;
        write.History(HistorySubject.Invoice, invoice.Id, original is null
            ? Message.Of("invoice.create")
            : Message.Of("invoice.create:note", ("type", Value.Term(type)), ("original", original.Number)));
        if (original is not null)
        {
            write.History(
                HistorySubject.Invoice, original.Id, "invoice.refer", ("type", Value.Term(type)), ("note", invoice.Number));
        }

        return await ThenAsync(write, invoice, then);
    }

    private async Task<Outcome<string>> ThenAsync(WriteContext write, Invoice invoice, AfterSave then)
    {
        var sent = then switch
        {
            AfterSave.Keep => Outcome.Done,
            AfterSave.SendAsProforma => await issuing.AsProformaAsync(write, invoice),
            AfterSave.Issue => await issuing.IssueAsync(write, invoice, await write.SettingsAsync()),
        };
        return sent.Ok ? Outcome<string>.With(invoice.Number, [.. sent.Warnings]) : Outcome<string>.Refused(sent.Refusals);
    }
}
