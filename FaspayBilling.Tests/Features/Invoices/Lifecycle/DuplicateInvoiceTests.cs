using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Invoices.Lifecycle;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.Invoices.Lifecycle;

public sealed class DuplicateInvoiceTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_copy_is_a_draft_of_today_with_the_same_lines_and_days_to_due_and_nothing_of_the_originals_life(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var original = await fpy.InvoiceAsync(
            InvoiceStatus.Paid,
            taxNumber: "000-26.00000001",
            date: new DateOnly(2026, 3, 1),
            due: JakartaCalendar.EndOf(new DateOnly(2026, 3, 15)),
            price: 250_000m);

        var number = (await db.Get<DuplicateInvoice>().HandleAsync(fpy.Finance, original.Number, default)).Value;

        var copy = await CopyAsync(db, number);
        copy.Should().BeEquivalentTo(new
        {
            Status = InvoiceStatus.Draft,
            InvoiceDate = new DateOnly(2026, 11, 16),
            Due = JakartaCalendar.EndOf(new DateOnly(2026, 11, 30)),
            original.CustomerName,
            original.CustomerNpwp,
            original.Subject,
            InvoiceTax = true,
            original.TransactionCode,
            original.Total,
            Outstanding = original.Total,
            Paid = 0m,
            DocumentId = (string?)null,
            CancelDeadline = (DateTime?)null,
        });
        copy.TaxNumber.Should().BeNull();
        copy.Payments.Should().BeEmpty();
        copy.Lines.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Name = "Service", Quantity = 1m, Price = 250_000m });
        (await db.HistoryAsync()).Select(h => (h.SubjectId, h.What()))
            .Should().Equal((copy.Id, $"Created as a duplicate of {original.Number}"), (original.Id, $"Duplicated as {number}"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Its_number_counts_on_in_the_month_and_starts_again_in_the_next_one_of_Jakarta(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var original = await fpy.InvoiceAsync(number: "INV-FPY-032300400");

        (await NextAsync()).Should().Be("INV-FPY-112600001");
        (await NextAsync()).Should().Be("INV-FPY-112600002");
        db.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 30, 16, 59, 59, TimeSpan.Zero));
        (await NextAsync()).Should().Be("INV-FPY-112600003");
        db.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 30, 17, 0, 0, TimeSpan.Zero));
        (await NextAsync()).Should().Be("INV-FPY-122600001");

        async Task<string> NextAsync() => (await db.Get<DuplicateInvoice>().HandleAsync(fpy.Finance, original.Number, default)).Value;
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Past_99999_the_number_grows(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var original = await fpy.InvoiceAsync(number: "INV-FPY-032300400");
        await db.AddAsync(new InvoiceCounter { MerchantId = fpy.Id, Month = 202611, Last = 99_999 });

        (await db.Get<DuplicateInvoice>().HandleAsync(fpy.Finance, original.Number, default)).Value.Should().Be("INV-FPY-1126100000");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_at_once_get_two_numbers_without_a_gap(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        await using var another = db.AnotherNode();
        var fpy = await db.Given.MerchantAsync();
        var original = await fpy.InvoiceAsync(number: "INV-FPY-032300400");

        var copies = await Task.WhenAll(
            new[] { db, another }
                .Select(node => Task.Run(() => node.Get<DuplicateInvoice>().HandleAsync(fpy.Finance, original.Number, default))));

        copies.Select(c => c.Value).Should().BeEquivalentTo(["INV-FPY-112600001", "INV-FPY-112600002"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_invoice_of_any_status_can_be_duplicated(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();

        foreach (var status in InvoiceStatuses.All)
        {
            var invoice = await fpy.InvoiceAsync(status);
            var copy = await db.Get<DuplicateInvoice>().HandleAsync(fpy.Finance, invoice.Number, default);
            (await CopyAsync(db, copy.Value)).Status.Should().Be(InvoiceStatus.Draft, "the original is {0}", status);
        }
    }

    private static Task<Invoice> CopyAsync(TestDb db, string number) =>
        db.ReadAsync(d => d.Set<Invoice>().Include(i => i.Lines).Include(i => i.Payments).SingleAsync(i => i.Number == number));
}
