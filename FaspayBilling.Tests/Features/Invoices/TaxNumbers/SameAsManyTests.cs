using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Features.Invoices.TaxNumbers;
using FaspayBilling.Core.Outbox.Mail;
using FaspayBilling.Tests.Support;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.Invoices.TaxNumbers;

/// <summary>One number is given by statements of its own, many by the context: both leave the same behind.</summary>
public sealed class SameAsManyTests
{
    private static readonly Dictionary<string, Case> Cases = new(StringComparer.Ordinal)
    {
        ["told by mail"] = new("tax-number.none-available"),
        ["of another year than today's"] = new("tax-number.none-available") { Year = 2025 },
        ["nobody to be told"] = new("threshold.tell:nobody") { Settings = s => s.NotificationAddresses = [] },
        ["the threshold switched off"] = new("tax-number.none-available") { Active = false },
        ["the module switched off"] = new("module.off") { Settings = s => s.EFakturModule = false },
        ["not issued"] = new("tax-number.invoice-not-issued") { Status = InvoiceStatus.Draft },
    };

    public static TheoryData<string, Database> Each()
    {
        var each = new TheoryData<string, Database>();
        foreach (var name in Cases.Keys)
        {
            each.Add(name, Database.Sqlite);
            if (Machine.WhyNotPostgres is null)
            {
                each.Add(name, Database.Postgres);
            }
        }

        return each;
    }

    [Theory, MemberData(nameof(Each))]
    public async Task One_number_leaves_the_same_rows_as_many_do(string name, Database database)
    {
        var of = Cases[name];
        await using var one = await TestDb.MakeAsync(database);
        await using var many = await TestDb.MakeAsync(database);

        var single = await RunAsync(one, of, (fpy, number) =>
            one.Get<GenerateTaxNumber>().HandleAsync(fpy.Finance, number, default));
        var bulk = await RunAsync(many, of, (fpy, number) =>
            many.Get<GenerateTaxNumbers>().HandleAsync(fpy.Finance, [number], default));

        single[^1].Should().Contain(of.Leaves);
        single.Should().HaveCount(4).And.BeEquivalentTo(bulk, o => o.WithStrictOrdering());
    }

    // Three numbers are left: none told, the limit reached, the last one gone, and one asked for in vain.
    private static async Task<List<string>> RunAsync(TestDb db, Case of, Func<GivenMerchant, string, Task> generate)
    {
        var fpy = await db.Given.MerchantAsync(settings: s =>
        {
            s.NotificationAddresses = ["tax@example.com"];
            of.Settings(s);
        });
        await fpy.AvailableNumbersAsync(of.Year, 3, $"000-{of.Year % 100}.00000001");
        await fpy.ThresholdAsync(1, of.Active);
        var seen = new List<string>();
        for (var n = 0; n < 4; n++)
        {
            var invoice = await fpy.InvoiceAsync(
                of.Status, number: $"INV-FPY-11260000{n}", date: new DateOnly(of.Year, 11, 10));
            await generate(fpy, invoice.Number);
            seen.Add(await db.ReadAsync(d => SeenAsync(d, invoice.Id)));
        }

        return seen;
    }

    private static async Task<string> SeenAsync(BillingDb db, long id)
    {
        var invoice = await db.Set<Invoice>().SingleAsync(i => i.Id == id);
        var history = await db.Set<HistoryEntry>().OrderBy(h => h.Id).ToListAsync();
        var runs = await db.Set<AvailableRun>().OrderBy(r => r.First).Select(r => new { r.RangeId, r.Year, r.First, r.Last }).ToListAsync();
        var ranges = await db.Set<TaxNumberRange>().Select(r => new { r.FirstUsedAt, r.Version }).ToListAsync();
        var counts = await db.Set<NumberCount>().Select(c => new { c.Year, c.Available }).ToListAsync();
        var told = await db.Set<ThresholdState>().Select(s => new { s.Year, s.Notified }).ToListAsync();
        var mails = await db.Set<OutboxMail>().Select(m => new { m.To, m.Kind, m.Subject, m.NextTryAt }).ToListAsync();
        var lines = history.Select(h => string.Join(
            '|', h.Security, h.At, h.UserId, h.Who, h.Subject, h.SubjectId, h.Action, MessageJson.Write(h.Arguments), h.Address,
            h.RefusalCode));
        List<object> all = [$"{invoice.TaxNumber} {invoice.Version}", .. lines, .. runs, .. ranges, .. counts, .. told, .. mails];
        return string.Join('\n', all);
    }

    /// <param name="Leaves">Stands in what the last one leaves.</param>
    private sealed record Case(string Leaves)
    {
        public int Year { get; init; } = 2026;

        public bool Active { get; init; } = true;

        public InvoiceStatus Status { get; init; } = InvoiceStatus.Unpaid;

        public Action<BillingSettings> Settings { get; init; } = _ => { };
    }
}
