using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Outbox.Mail;
using FaspayBilling.Core.Texts;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Support.Data;

/// <summary>What stands in a test's database after somebody acted.</summary>
internal static class Stored
{
    /// <summary>The invoice with its payments and lines, deleted or not.</summary>
    public static Task<Invoice> StoredAsync(this TestDb db, Invoice invoice) => db.ReadAsync(d => d.Set<Invoice>()
        .IgnoreQueryFilters().AsNoTracking().Include(i => i.Payments).Include(i => i.Lines).SingleAsync(i => i.Id == invoice.Id));

    /// <summary>The E-Faktur No that the invoice shows; null without one.</summary>
    public static async Task<string?> TaxNumberAsync(this TestDb db, Invoice invoice) =>
        (await db.StoredAsync(invoice)).TaxNumber?.ToString();

    /// <summary>Every mail of the outbox, oldest first.</summary>
    public static Task<List<OutboxMail>> MailsAsync(this TestDb db) =>
        db.ReadAsync(d => d.Set<OutboxMail>().AsNoTracking().OrderBy(m => m.Id).ToListAsync());

    /// <summary>The whole history, oldest first.</summary>
    public static async Task<List<HistoryEntry>> HistoryAsync(this TestDb db)
    {
        var history = await db.ReadAsync(d => d.Set<HistoryEntry>().AsNoTracking().OrderBy(h => h.Id).ToListAsync());

        // Whatever a test wrote can be said in both languages, with all its values.
        foreach (var language in Enum.GetValues<Language>())
        {
            history.Select(h => (h.Action, Said: Sentences.Of(h.Message, language)))
                .Should().NotContain(h => h.Said == h.Action || h.Said.Contains('{'));
        }

        return history;
    }

    /// <summary>The codes of the refused attempts, oldest first.</summary>
    public static async Task<List<string>> RefusedAsync(
        this TestDb db) => [.. (await db.HistoryAsync()).Where(h => h.RefusalCode is not null).Select(h => h.RefusalCode!)];

    /// <summary>The stored runs of available numbers, merchant by merchant, as <c>first-last</c>.</summary>
    public static async Task<List<string>> RunsAsync(this TestDb db) =>
        [
            .. (await db.ReadAsync(d => d.Set<AvailableRun>().AsNoTracking().OrderBy(r => r.MerchantId).ThenBy(r => r.First).ToListAsync()))
                .Select(r => $"{new TaxNumber(r.First)}-{r.Last % 100_000_000:D8}")
        ];
}
