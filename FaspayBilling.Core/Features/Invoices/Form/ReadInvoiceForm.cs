using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Actions;
using FaspayBilling.Core.Domain.Invoices.Lines;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice.Codes;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Invoices.Form;

/// <summary>Reads what the invoice form starts with.</summary>
public sealed class ReadInvoiceForm(IDbContextFactory<BillingDb> dbs, TimeProvider clock)
{
    /// <summary>Days to due of a new invoice.</summary>
    public const int DaysToDue = 30;

    /// <summary>
    /// A new invoice or, with <paramref name="note"/>, a new note with its invoice's lines. Refuses <c>not-allowed</c>,
    /// <c>invoice.not-found</c>, <c>invoice.not-noted</c>.
    /// </summary>
    public async Task<Outcome<InvoiceForm>> HandleAsync(Actor actor, NoteRequest? note, CancellationToken stop)
    {
        if (actor.WhyNot(Role.Finance) is { } no)
        {
            return no;
        }

        await using var db = await dbs.CreateDbContextAsync(stop);
        var form = await EmptyAsync(db, actor, stop);
        if (note is null)
        {
            return form;
        }

        if (await FindAsync(db, actor, note.RefersTo, stop) is not { } original)
        {
            return InvoiceRefusals.InvoiceNotFound;
        }

        return InvoiceActions.WhyNot(
            InvoiceAction.CreditNote, original.Facts(false, false), form.EFakturModule, clock.Now()) is { } notNoted
            ? notNoted
            : form with
            {
                Type = note.Type,
                RefersTo = await ReferenceAsync(db, actor, original.Id, null, stop),
                CustomerName = original.CustomerName,
                Consumer = Npwp.IsNone(original.CustomerNpwp),
                Input = NoteContent.Of(original, note.Type, form.Today, DaysToDue, form.EFakturModule),
            };
    }

    /// <summary>
    /// A Draft or Proforma to be changed. Refuses <c>not-allowed</c>, <c>invoice.not-found</c>, <c>invoice.not-editable</c>.
    /// </summary>
    public async Task<Outcome<InvoiceForm>> HandleAsync(Actor actor, string number, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        if (await FindAsync(db, actor, number, stop) is not { } invoice)
        {
            return InvoiceRefusals.InvoiceNotFound;
        }

        var form = await EmptyAsync(db, actor, stop);
        var no = actor.WhyNot(Role.Finance)
            ?? InvoiceActions.WhyNot(InvoiceAction.Edit, invoice.Facts(false, false), form.EFakturModule, clock.Now());
        return no is not null ? no : form with
        {
            Key = new InvoiceKey(invoice.Number, invoice.Version),
            Id = invoice.Id,
            Status = invoice.Status,
            Type = invoice.DocumentType,
            CustomerName = invoice.CustomerName,
            Consumer = Npwp.IsNone(invoice.CustomerNpwp),
            RefersTo = invoice.RefersToId is { } original ? await ReferenceAsync(db, actor, original, invoice.Id, stop) : null,
            Input = invoice.Content() with { InvoiceTax = invoice.InvoiceTax && form.EFakturModule },
        };
    }

    private static Task<Invoice?> FindAsync(BillingDb db, Actor actor, string number, CancellationToken stop) =>
        db.Set<Invoice>()
            .AsNoTracking()
            .VisibleTo(actor)
            .Include(i => i.Lines.OrderBy(l => l.Position))
            .SingleOrDefaultAsync(i => i.Number == number, stop);

    private static Task<NoteReference?> ReferenceAsync(BillingDb db, Actor actor, long id, long? note, CancellationToken stop)
    {
        var notes = db.Set<Invoice>().VisibleTo(actor).ActiveNotes(id).Credits().Where(n => n.Id != note);
        return db.Set<Invoice>()
            .VisibleTo(actor)
            .Where(i => i.Id == id)
            .Select(i => new NoteReference(i.Number, i.InvoiceDate, i.Total, i.Outstanding, notes.Sum(n => n.Total)))
            .SingleOrDefaultAsync(stop);
    }

    private async Task<InvoiceForm> EmptyAsync(BillingDb db, Actor actor, CancellationToken stop)
    {
        var today = JakartaCalendar.DayOf(clock.Now());
        var settings = await db.SettingsAsync(actor, stop);
        return new InvoiceForm
        {
            Input = InvoiceContent.Empty with
            {
                InvoiceDate = today,
                DueDate = today.AddDays(DaysToDue),
                TransactionCode = TransactionCodes.Usual(today),
                Lines = [InvoiceLineInput.Empty],
            },
            EFakturModule = settings.EFakturModule,
            Channel = settings.TaxChannel,
            Today = today,
        };
    }
}
