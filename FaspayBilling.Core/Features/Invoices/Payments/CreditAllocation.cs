using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Payments;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Outbox;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Invoices.Payments;

/// <summary>A credit note and the invoice it is taken off: a payment on either side, which stand or fall together.</summary>
internal static class CreditAllocation
{
    public const string Method = "Credit note";

    /// <summary>Takes a note that was just issued off what is owed of its invoice, if it is meant to and something is owed.</summary>
    public static async Task SettleAsync(WriteContext write, Invoice note)
    {
        if (!note.SettlesReference
            || await write.Db.Set<Invoice>()
                .VisibleTo(write.Actor)
                .SingleOrDefaultAsync(i => i.Id == note.RefersToId, write.Stop) is not { } original)
        {
            return;
        }

        var amount = Math.Min(original.Outstanding, note.Outstanding);
        if (amount <= 0)
        {
            write.History(HistorySubject.Invoice, note.Id, "payment.settle:nothing", ("original", original.Number));
            return;
        }

        var payment = PaymentOf(write, amount, note);
        original.Pay(payment, write.Now);
        note.Pay(PaymentOf(write, amount, original), write.Now);
        await write.CallBackAsync(original, payment);
        write.History(
            HistorySubject.Invoice, original.Id, "payment.settle", ("amount", Value.Money(amount)), ("note", note.Number));
        write.History(
            HistorySubject.Invoice, note.Id, "payment.settle:note", ("amount", Value.Money(amount)), ("original", original.Number));
    }

    /// <summary>Undoes a payment, and for a settlement the payment on the other side too. The invoice's payments are loaded.</summary>
    public static async Task UndoAsync(WriteContext write, Invoice invoice, Payment payment)
    {
        Undo(write, invoice, payment);
        if (payment.SettlesInvoiceId is not { } otherId)
        {
            return;
        }

        var other = await write.Db.Set<Invoice>()
            .VisibleTo(write.Actor)
            .Include(i => i.Payments)
            .SingleAsync(i => i.Id == otherId, write.Stop);
        if (other.Status.IsIssued()
            && other.Payments.FirstOrDefault(
                p => p.SettlesInvoiceId == invoice.Id && p.UndoneAt is null && p.Amount == payment.Amount) is { } twin)
        {
            Undo(write, other, twin);
        }
    }

    /// <summary>Before a note is cancelled: what it took off is owed again.</summary>
    public static async Task UndoAllAsync(WriteContext write, Invoice invoice)
    {
        await write.Db.Entry(invoice).Collection(i => i.Payments).LoadAsync(write.Stop);
        foreach (var payment in invoice.Payments.Where(p => p.SettlesInvoiceId is not null && p.UndoneAt is null).ToList())
        {
            await UndoAsync(write, invoice, payment);
        }
    }

    private static void Undo(WriteContext write, Invoice invoice, Payment payment)
    {
        invoice.Undo(payment, write.Now, write.Actor.Name);
        write.History(
            HistorySubject.Invoice,
            invoice.Id,
            "payment.undo",
            ("amount", Value.Money(payment.Amount)),
            ("method", payment.Method));
    }

    private static Payment PaymentOf(WriteContext write, decimal amount, Invoice other) => new()
    {
        Amount = amount,
        Date = JakartaCalendar.DayOf(write.Now),
        Method = Method,
        Note = other.Number,
        RecordedBy = write.Actor.Name,
        RecordedAt = write.Now,
        SettlesInvoiceId = other.Id,
    };
}
