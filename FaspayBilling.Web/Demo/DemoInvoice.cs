using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Invoices.Payments;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxNumbers;

namespace FaspayBilling.Web.Demo;

/// <summary>An invoice that lives through its past: each step changes it and is told to the history.</summary>
internal sealed class DemoInvoice(Invoice invoice, string clerk)
{
    private readonly List<DemoEvent> story = [];
    private readonly List<Action> steps = [];

    public Invoice Invoice => invoice;

    public IReadOnlyList<DemoEvent> Story => story;

    /// <summary>Issued while no number was left.</summary>
    public bool WithoutNumber { get; init; }

    /// <summary>Gives its number back before the next invoice is issued.</summary>
    public bool GivesBack { get; init; }

    /// <summary>Gets a number when the numbers are handed out.</summary>
    public bool TakesNumber => invoice is { IsTaxInvoice: true, IssuedAt: not null } && !WithoutNumber;

    /// <summary>Keeps for <see cref="Live"/> what happens after the numbers were handed out.</summary>
    public void Then(Action step) => steps.Add(step);

    /// <summary>Lives on to <paramref name="start"/>.</summary>
    public void Live(DateTime start)
    {
        steps.ForEach(s => s());
        Settle(start);
    }

    public void Tell(DateTime at, string action, params ReadOnlySpan<(string Name, Value Value)> values) =>
        story.Add(new DemoEvent(at, clerk, Message.Of(action, values)));

    public void SendAsProforma(DateTime at)
    {
        invoice.SendAsProforma();
        Tell(at, "invoice.send-proforma");
    }

    public void Issue(DateTime at, Random random)
    {
        invoice.Issue(at, NewDocumentId(random), null, DocumentWindow.Hours);
        Tell(at, "invoice.issue");
        if (WithoutNumber && invoice.IsTaxInvoice)
        {
            Tell(at, "tax-number.give:none", ("year", Value.Plain(invoice.InvoiceDate.Year)));
        }
    }

    public void Pay(decimal amount, DateOnly date, string method, DateTime at)
    {
        invoice.Pay(new Payment { Amount = amount, Date = date, Method = method, RecordedBy = clerk, RecordedAt = at }, at);
        Tell(at, "payment.record", ("amount", Value.Money(amount)), ("method", method));
    }

    public void Cancel(DateTime at, string reason)
    {
        invoice.Cancel(at, reason);
        story.Add(new DemoEvent(at, clerk, invoice.TaxNumber is { } number
            ? Message.Of("invoice.cancel:held", ("number", number.ToString()))
            : Message.Of("invoice.cancel")));
    }

    public void Take(TaxNumber number)
    {
        invoice.Give(number);
        Tell(invoice.IssuedAt!.Value, "tax-number.give", ("number", number.ToString()));
    }

    public void GiveBack(DateTime at) =>
        Tell(at, "tax-number.give-back", ("number", invoice.ReleaseTaxNumber(hasTaxFile: false).ToString()));

    // The status of an issued invoice as it is now, and the sweep's line if it fell overdue on the way.
    private void Settle(DateTime start)
    {
        if (invoice.IssuedAt is null)
        {
            return;
        }

        var inTime = invoice.Payments.Where(p => p.RecordedAt <= invoice.Due).Sum(p => p.Amount) >= invoice.Total;
        if (invoice.Due < start && !inTime && !(invoice.CancelledAt <= invoice.Due))
        {
            var swept = invoice.Due.AddSeconds(41);
            story.Add(new DemoEvent(swept < start ? swept : start, Actor.System(invoice.MerchantId).Name, Message.Of("invoice.overdue")));
        }

        if (invoice.Status.IsIssued())
        {
            invoice.Recompute(start);
        }
    }

    // From the demo's own source: the same day makes the same rows.
    private static string NewDocumentId(Random random) =>
        new(random.GetItems<char>("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", DocumentId.Length));
}
