using System.Globalization;
using FaspayBilling.Core.Domain;
using FaspayBilling.Core.Domain.Cancellation;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Money;
using FaspayBilling.Core.Domain.TaxNumbers;

namespace FaspayBilling.Core.Demo;

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
    public bool TakesNumber => invoice is { InvoiceTax: true, IssuedAt: not null } && !WithoutNumber;

    /// <summary>Keeps for <see cref="Live"/> what happens after the numbers were handed out.</summary>
    public void Then(Action step) => steps.Add(step);

    /// <summary>Lives on to <paramref name="start"/>.</summary>
    public void Live(DateTime start)
    {
        steps.ForEach(s => s());
        Settle(start);
    }

    public void Tell(DateTime at, string what) => story.Add(new DemoEvent(at, clerk, what));

    public void SendAsProforma(DateTime at)
    {
        invoice.SendAsProforma();
        Tell(at, "Sent as proforma");
    }

    public void Issue(DateTime at, Random random)
    {
        invoice.Issue(at, NewDocumentId(random), null, DocumentWindow.Hours);
        Tell(at, "Issued");
        if (WithoutNumber && invoice.InvoiceTax)
        {
            Tell(at, string.Create(CultureInfo.InvariantCulture, $"Issued without an E-Faktur No: none is available for {invoice.InvoiceDate.Year}. Add a range, then use Actions, Generate E-Faktur No."));
        }
    }

    public void Pay(decimal amount, DateOnly date, string method, DateTime at)
    {
        invoice.Pay(new Payment { Amount = amount, Date = date, Method = method, RecordedBy = clerk, RecordedAt = at }, at);
        Tell(at, $"Payment of {Rupiah.Text(amount)} recorded ({method})");
    }

    public void Cancel(DateTime at, string reason)
    {
        invoice.Cancel(at, reason);
        Tell(at, invoice.TaxNumber is { } number ? $"Cancelled; E-Faktur No {number} stays held" : "Cancelled");
    }

    public void Take(TaxNumber number)
    {
        invoice.Give(number);
        Tell(invoice.IssuedAt!.Value, $"E-Faktur No {number} given");
    }

    public void GiveBack(DateTime at) => Tell(at, $"E-Faktur No {invoice.ReleaseTaxNumber()} given back");

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
            story.Add(new DemoEvent(swept < start ? swept : start, Actor.System(invoice.MerchantId).Name, "Became overdue"));
        }

        if (invoice.Status.IsIssued())
        {
            invoice.Recompute(start);
        }
    }

    // From the demo's own source: the same day makes the same rows.
    private static string NewDocumentId(Random random) => new(random.GetItems<char>("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", DocumentId.Length));
}
