using FaspayBilling.Core.Domain.Attachments;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.TaxOffice;
using FaspayBilling.Core.Domain.TaxOffice.Files;
using FaspayBilling.Core.Outbox.Mail;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Storms;

/// <summary>Compares what callers were told with what the database holds.</summary>
/// <param name="Lost">Answered, and not there.</param>
/// <param name="Doubled">There more than once.</param>
internal sealed record StormAudit(IReadOnlyList<string> Lost, IReadOnlyList<string> Doubled)
{
    /// <param name="db">The handlers' own reading.</param>
    /// <param name="merchant">Whose storm it is.</param>
    /// <param name="answers">What had been answered before the reading began.</param>
    public static async Task<StormAudit> ReadAsync(TestDb db, long merchant, IReadOnlyDictionary<string, string> answers)
    {
        var facts = await AgainAsync(() => StormFacts.ReadAsync(db, merchant));
        return new([.. answers.Where(a => !facts.Holds(a.Key.Split(' '), a.Value)).Select(a => $"{a.Key}: {a.Value}")], facts.Doubled);
    }

    // This process has connections to PostgreSQL too, which a kill breaks.
    private static async Task<T> AgainAsync<T>(Func<Task<T>> read)
    {
        for (var left = 20; ; left--)
        {
            try
            {
                return await read();
            }
            catch (Exception) when (left > 0)
            {
                await Task.Delay(100);
            }
        }
    }
}

/// <summary>What the database holds, as far as callers were told of it.</summary>
internal sealed class StormFacts
{
    private readonly Dictionary<string, StoredInvoice> byTransaction = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StoredInvoice> bySubject = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StoredInvoice> byDocument = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StoredInvoice> byNumber = new(StringComparer.Ordinal);
    private readonly HashSet<string> payments = new(StringComparer.Ordinal);
    private readonly HashSet<string> attached = new(StringComparer.Ordinal);
    private readonly HashSet<long> filed = [];
    private readonly HashSet<long> exported = [];
    private readonly List<string> doubled = [];

    private StormFacts()
    {
    }

    public IReadOnlyList<string> Doubled => doubled;

    public static async Task<StormFacts> ReadAsync(TestDb db, long merchant)
    {
        var facts = new StormFacts();
        var invoices = await db.ReadAsync(d => d.Set<Invoice>().IgnoreQueryFilters().Where(i => i.MerchantId == merchant)
            .Select(i => new StoredInvoice(
                i.Id, i.Number, i.Subject, i.TransactionNumber, i.DocumentId, i.CancelledAt != null, i.TaxNumber != null))
            .ToListAsync());
        foreach (var invoice in invoices)
        {
            facts.Add(facts.byNumber, invoice.Number, invoice);
            facts.Add(facts.byTransaction, invoice.Transaction, invoice);
            facts.Add(facts.byDocument, invoice.Document, invoice);
            facts.Add(facts.bySubject, invoice.Subject.StartsWith("Job ", StringComparison.Ordinal) ? invoice.Subject : null, invoice);
        }

        facts.Once(facts.payments, await db.ReadAsync(d => d.Set<Invoice>().IgnoreQueryFilters().Where(i => i.MerchantId == merchant)
            .SelectMany(i => i.Payments).Select(p => p.Note).ToListAsync()));
        facts.Once(facts.attached, await db.ReadAsync(d => d.Set<Attachment>().Where(a => a.MerchantId == merchant)
            .Select(a => a.FileName).ToListAsync()));
        facts.Once(facts.filed, await db.ReadAsync(d => d.Set<TaxFile>().Where(f => f.MerchantId == merchant)
            .Select(f => f.InvoiceId).ToListAsync()));
        facts.Once(facts.exported, await db.ReadAsync(d => d.Set<ExportedInvoice>().Select(e => e.InvoiceId).ToListAsync()));
        facts.Once([], await db.ReadAsync(d => d.Set<OutboxMail>().Where(m => m.MerchantId == merchant && m.InvoiceId != null)
            .Select(m => $"{m.Kind} mail about {m.InvoiceId} to {m.To}").ToListAsync()));
        return facts;
    }

    /// <summary>Whether it is there as it was answered.</summary>
    public bool Holds(string[] key, string answer) => key switch
    {
        ["bill", var transaction] => byTransaction.TryGetValue(transaction, out var i) && $"{i.Id}" == answer,
        ["bill-cancelled", var transaction] => byTransaction.TryGetValue(transaction, out var i) && i.Cancelled,
        ["document", var document] => byDocument.TryGetValue(document, out var i) && i.Cancelled,
        ["job", _, "generate"] => byNumber.TryGetValue(answer, out var i) && i.Numbered,
        ["job", var job, var step] => bySubject.TryGetValue($"Job {job}", out var i) && Holds(i, job, step, answer),
        _ => throw new ArgumentException($"Nobody knows what {string.Join(' ', key)} is.", nameof(key)),
    };

    private bool Holds(StoredInvoice invoice, string job, string step, string answer) => step switch
    {
        "save" => invoice.Number == answer,
        "issue" => invoice.Document is not null,
        "cancel" => invoice.Cancelled,
        "giveback" => !invoice.Numbered,
        "pay1" or "pay2" => payments.Contains($"Job {job} {step}"),
        "attach" => attached.Contains($"Job {job}.pdf"),
        "file" => filed.Contains(invoice.Id),
        "export" => exported.Contains(invoice.Id),
        _ => false,
    };

    private void Add(Dictionary<string, StoredInvoice> to, string? key, StoredInvoice invoice)
    {
        if (key is not null && !to.TryAdd(key, invoice))
        {
            doubled.Add($"the invoice of {key}");
        }
    }

    private void Once<T>(HashSet<T> seen, IEnumerable<T> rows)
    {
        foreach (var row in rows)
        {
            if (!seen.Add(row))
            {
                doubled.Add($"{row}");
            }
        }
    }

    private sealed record StoredInvoice(
        long Id, string Number, string Subject, string? Transaction, string? Document, bool Cancelled, bool Numbered);
}
