using System.Globalization;
using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Payments;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Domain.TaxOffice.Files;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Web.Demo;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Demo;

public sealed class DemoDataTests(MadeDemos demos) : IClassFixture<MadeDemos>
{
    public static TheoryData<string> Days =>
    [
        "2026-11-20", "2027-01-01", "2027-01-02", "2027-01-08", "2028-02-29", "2026-12-31", "2027-07-05"
    ];

    [Theory]
    [MemberData(nameof(Days))]
    public async Task Exactly_five_numbers_of_the_current_year_are_available(string day)
    {
        var demo = await demos.OfAsync(day);
        var fpy = await demo.MerchantAsync("FPY");
        var year = JakartaCalendar.YearOf(demo.Now);

        var free = await demo.ReadAsync(db => db.Set<AvailableRun>().Where(f => f.MerchantId == fpy.Id && f.Year == year).ToListAsync());

        free.Sum(f => f.Count).Should().Be(5);
        (await demo.ReadAsync(db => db.Set<TaxNumberRange>().CountAsync(r => r.MerchantId == fpy.Id && r.Year == year))).Should().Be(1);
    }

    [Theory]
    [MemberData(nameof(Days))]
    public async Task No_number_is_both_used_and_available_and_none_is_missing(string day)
    {
        var demo = await demos.OfAsync(day);
        var used = (await demo.InvoicesAsync()).Where(i => i.TaxNumber is not null).ToList();
        var ranges = await demo.ReadAsync(db => db.Set<TaxNumberRange>().ToListAsync());
        var free = await demo.ReadAsync(db => db.Set<AvailableRun>().ToListAsync());

        foreach (var range in ranges)
        {
            var held = used.Where(i => i.MerchantId == range.MerchantId && i.TaxNumber >= range.Start && i.TaxNumber <= range.End).ToList();
            var available = free.Where(f => f.RangeId == range.Id)
                .SelectMany(f => Enumerable.Range(0, (int)f.Count).Select(n => f.First + n))
                .ToList();
            held.Select(i => i.InvoiceDate.Year).Distinct().Should().BeSubsetOf([range.Year]);
            held.Select(i => i.TaxNumber!.Value.Value).Concat(available).Order()
                .Should().Equal(Enumerable.Range(0, (int)range.Total).Select(n => range.Start.Value + n));
            range.FirstUsedAt.HasValue.Should().Be(held.Count > 0);
        }

        used.Should().OnlyContain(i => ranges.Exists(r => r.MerchantId == i.MerchantId && r.Start <= i.TaxNumber && i.TaxNumber <= r.End));
    }

    [Theory]
    [MemberData(nameof(Days))]
    public async Task This_years_numbers_went_out_in_order_of_date(string day)
    {
        var demo = await demos.OfAsync(day);

        var numbered = (await demo.InvoicesAsync("FPY"))
            .Where(i => i.TaxNumber is not null && i.InvoiceDate.Year == JakartaCalendar.YearOf(demo.Now));

        numbered.OrderBy(i => i.TaxNumber).Select(i => i.InvoiceDate).Should().BeInAscendingOrder();
    }

    [Theory]
    [MemberData(nameof(Days))]
    public async Task Every_status_is_the_one_that_its_facts_give(string day)
    {
        var demo = await demos.OfAsync(day);
        var invoices = await demo.InvoicesAsync();

        foreach (var invoice in invoices.Where(i => i.IssuedAt is not null && i.Status != InvoiceStatus.Cancelled))
        {
            invoice.Status.Should().Be(InvoiceStatuses.OfIssued(invoice.Outstanding, invoice.Paid, invoice.Due, demo.Now), invoice.Number);
        }

        invoices.Should().OnlyContain(i => i.IssuedAt.HasValue == (i.Status != InvoiceStatus.Draft && i.Status != InvoiceStatus.Proforma));
        invoices.Should().OnlyContain(i => i.Paid == i.Payments.Sum(p => p.Amount));
        foreach (var code in (string[])["FPY", "T8V"])
        {
            (await demo.InvoicesAsync(code)).Select(i => i.Status).Distinct().Should().BeEquivalentTo(InvoiceStatuses.All);
        }
    }

    [Theory]
    [MemberData(nameof(Days))]
    public async Task Nothing_lies_in_the_future(string day)
    {
        var demo = await demos.OfAsync(day);
        var today = JakartaCalendar.DayOf(demo.Now);

        var invoices = await demo.InvoicesAsync();

        invoices.Should().OnlyContain(i => i.InvoiceDate <= today
            && (i.IssuedAt ?? demo.Now) <= demo.Now
            && (i.CancelledAt ?? demo.Now) <= demo.Now
            && (i.ExportedAt ?? demo.Now) <= demo.Now);
        invoices.SelectMany(i => i.Payments)
            .Should().OnlyContain(
                p => p.Date <= today && p.RecordedAt <= demo.Now && p.Amount > 0 && PaymentRules.Methods.Contains(p.Method));
        (await demo.ReadAsync(db => db.Set<HistoryEntry>().MaxAsync(h => h.At))).Should().BeOnOrBefore(demo.Now);
        (await demo.ReadAsync(db => db.Set<TaxFile>().MaxAsync(f => f.UploadedAt))).Should().BeOnOrBefore(demo.Now);
    }

    [Theory]
    [MemberData(nameof(Days))]
    public async Task The_counters_are_where_the_numbers_are(string day)
    {
        var demo = await demos.OfAsync(day);
        var fpy = await demo.MerchantAsync("FPY");
        var counters = await demo.ReadAsync(
            db => db.Set<InvoiceCounter>().Where(c => c.MerchantId == fpy.Id).ToDictionaryAsync(c => c.Month, c => c.Last));

        var own = (await demo.InvoicesAsync("FPY")).Where(i => i.Number.StartsWith("INV-FPY-", StringComparison.Ordinal)).ToList();

        own.Should().OnlyContain(
            i => i.Number.StartsWith(InvoiceNumber.Of("FPY", i.InvoiceDate, 1).Substring(0, 12), StringComparison.Ordinal));
        own.GroupBy(i => InvoiceCounter.MonthOf(i.InvoiceDate))
            .Should().OnlyContain(
                m => counters[m.Key] == m.Max(i => int.Parse(i.Number.Substring(12), System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Theory]
    [MemberData(nameof(Days))]
    public async Task There_is_work_for_both_walks(string day)
    {
        var demo = await demos.OfAsync(day);
        var year = JakartaCalendar.YearOf(demo.Now);
        var files = await demo.ReadAsync(db => db.Set<TaxFile>().Select(f => f.InvoiceId).ToListAsync());
        var invoices = await demo.InvoicesAsync("FPY");

        invoices.Count(i => i is { InvoiceTax: true, TaxNumber: null } && i.Status.IsIssued() && i.InvoiceDate.Year == year)
            .Should().BeGreaterThanOrEqualTo(5);
        invoices.Should().Contain(
            i => i.Status == InvoiceStatus.Cancelled && i.TaxNumber != null && i.ExportedAt == null && !files.Contains(i.Id));
        invoices.Should().Contain(
            i => i.Status == InvoiceStatus.Cancelled && i.TaxNumber != null && i.ExportedAt != null && !files.Contains(i.Id));
        foreach (var status in (InvoiceStatus[])[InvoiceStatus.Draft, InvoiceStatus.Proforma])
        {
            invoices.Where(i => i.Status == status && i.InvoiceDate.Year == year).Select(i => i.InvoiceTax).Distinct()
                .Should().HaveCount(2);
        }
    }

    [Fact]
    public async Task The_same_day_makes_the_same_rows()
    {
        await using var morning = await MadeDemo.OnAsync("2026-11-20", hour: 1);
        await using var evening = await MadeDemo.OnAsync("2026-11-20", hour: 23);

        (await RowsAsync(evening)).Should().Equal(await RowsAsync(morning));
    }

    [Fact]
    public async Task It_is_made_once()
    {
        await using var demo = await MadeDemo.OnAsync("2026-11-20");
        var before = await demo.ReadAsync(db => db.Set<HistoryEntry>().CountAsync());

        (await demo.Db.Get<DemoData>().EnsureAsync(CancellationToken.None)).Should().BeFalse();

        (await demo.ReadAsync(db => db.Set<HistoryEntry>().CountAsync())).Should().Be(before);
    }

    [Fact]
    public async Task It_is_big_enough_to_look_real_and_both_merchants_have_their_users()
    {
        var demo = await demos.OfAsync("2026-11-20");

        (await demo.InvoicesAsync("FPY")).Should().HaveCountGreaterThan(320);
        (await demo.InvoicesAsync("T8V")).Should().HaveCountGreaterThan(60);
        (await demo.ReadAsync(db => db.Set<User>().Select(u => u.Email!).ToListAsync()))
            .Should().BeEquivalentTo(DemoContent.Found!.Users.Select(u => u.Email));
        (await demo.ReadAsync(db => db.Set<User>().CountAsync(
            u => db.Set<HistoryEntry>().Any(h => h.MerchantId == u.MerchantId && h.Subject == HistorySubject.User && h.SubjectId == u.Id))))
            .Should().Be(DemoContent.Found!.Users.Count);
    }

    [Fact]
    public async Task A_history_is_told_in_the_order_in_which_it_happened()
    {
        var demo = await demos.OfAsync("2026-11-20");

        var entries = await demo.ReadAsync(db => db.Set<HistoryEntry>().OrderBy(h => h.Id).ToListAsync());

        entries.GroupBy(h => (h.MerchantId, h.Subject, h.SubjectId))
            .Should().OnlyContain(g => g.Select(h => h.At).SequenceEqual(g.Select(h => h.At).Order()));
    }

    [Theory, OnPostgres]
    public async Task It_is_made_on_the_other_database_too(Database database)
    {
        await using var demo = await MadeDemo.OnAsync("2026-11-20", database);

        (await demo.InvoicesAsync("FPY")).Should().HaveCountGreaterThan(320);
    }

    private static async Task<List<string>> RowsAsync(MadeDemo demo)
    {
        var invoices = (await demo.InvoicesAsync()).Select(i =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"{i.Number} {i.CustomerName} {i.Subject} {i.InvoiceDate:O} {i.Due:O} {i.Status} {i.TaxNumber} {i.Total} {i.Outstanding} "
                    + $"{i.DocumentId} {i.IssuedAt:O} {i.CancelledAt:O} {i.ExportedAt:O} "
                    + $"{string.Join(',', i.Payments.Select(p => p.Amount))} "
                    + $"{string.Join(',', i.Lines.Select(l => l.Name))}"));
        var history = (await demo.ReadAsync(db => db.Set<HistoryEntry>().OrderBy(h => h.Id).ToListAsync()))
            .Select(h => FormattableString.Invariant($"{h.At:O} {h.Who} {h.What()}"));
        var files = (await demo.ReadAsync(db => db.Set<FileContent>().OrderBy(f => f.Id).ToListAsync())).Select(f => f.Sha256);
        return [.. invoices, .. history, .. files];
    }
}
