using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.ApiAccess;
using FaspayBilling.Core.Features.BillingApi;
using FaspayBilling.Core.Features.Invoices.Lifecycle;
using FaspayBilling.Core.Outbox.Mail;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.BillingApi;

public sealed partial class CreateBillTests
{
    private static readonly BillRequest Food = GivenSystem.Request with
    {
        Notes = "Food Bill",
        Language = Language.Indonesian,
        CustomerAddress = "Jalan pintu air",
        Items = [new("Chicken", 2, 2_500m), new("Duck", 1, 5_000m)],
        Date = new DateTime(2026, 11, 30, 3, 50, 0, DateTimeKind.Utc),
        Due = new DateTime(2026, 12, 20, 3, 50, 0, DateTimeKind.Utc),
    };

    [Theory, OnSqlite, OnPostgres]
    public async Task A_bill_is_made_issued_and_mailed_at_once(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var system = await db.SystemAsync(fpy);

        var bill = (await system.CreateAsync("145398922822777", Food)).Value;

        var invoice = await StoredAsync(db);
        invoice.Should().BeEquivalentTo(new
        {
            Status = InvoiceStatus.Unpaid,
            Total = 10_000m,
            Outstanding = 10_000m,
            InvoiceTax = false,
            TaxNumber = (object?)null,
            Notes = "Food Bill",
            Language = Language.Indonesian,
            InvoiceDate = new DateOnly(2026, 11, 30),
            Food.Due,
            CustomerName = "Budi Santoso",
            TransactionNumber = "145398922822777",
            BillingCredentialId = (long?)system.ServiceId,
        });
        invoice.Lines.Select(l => (l.Name, l.Quantity, l.Price)).Should().BeEquivalentTo([("Chicken", 2m, 2_500m), ("Duck", 1m, 5_000m)]);
        invoice.DocumentId.Should().HaveLength(26);
        invoice.BillKey.Should().HaveLength(32);
        bill.Should().BeEquivalentTo(new
        {
            invoice.Id,
            TransactionNumber = "145398922822777",
            Total = 10_000m,
            Status = InvoiceStatus.Unpaid,
            Url = $"http://localhost:5080/bill/{invoice.BillKey}"
        });
        (await db.MailsAsync())
            .Should().ContainSingle().Which
            .Should().BeEquivalentTo(new { To = "budi@pelanggan.example", Kind = MailKind.Invoice, InvoiceId = (long?)invoice.Id });
        (await db.HistoryAsync(fpy)).Should().Contain("Created over the billing API for transaction 145398922822777");
    }

    [Fact]
    public async Task Without_dates_and_items_it_is_of_today_due_in_24_hours_and_has_one_line()
    {
        await using var db = await TestDb.MakeAsync();
        var system = await db.SystemAsync(await db.Given.MerchantAsync());

        await system.CreateAsync("1001");
        await system.CreateAsync("1002", GivenSystem.Request with { Notes = "Food Bill\nfor two" });

        var (plain, noted) = (await StoredAsync(db, "1001"), await StoredAsync(db, "1002"));
        plain.Should().BeEquivalentTo(new
        {
            InvoiceDate = new DateOnly(2026, 11, 16),
            Due = db.Clock.GetUtcNow().UtcDateTime.AddHours(24),
            Language = Language.English
        });
        plain.Lines.Single().Should().BeEquivalentTo(new { Name = "Transaction 1001", Quantity = 1m, Price = 10_000m });
        noted.Lines.Single().Name.Should().Be("Food Bill");
    }

    [Fact]
    public async Task A_customer_of_that_name_and_address_is_found_and_anybody_else_is_new()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var other = await db.Given.MerchantAsync("OTH");
        var system = await db.SystemAsync(fpy);
        await db.AddAsync(new Customer { MerchantId = other.Id, Number = 1, Name = "Budi Santoso", Email = "budi@pelanggan.example" });
        await db.AddAsync(new Customer
        {
            MerchantId = fpy.Id,
            Number = 6,
            Name = "Budi Santoso",
            Email = "budi@pelanggan.example",
            ArchivedAt = db.Clock.GetUtcNow().UtcDateTime
        });
        var known = await db.AddAsync(
            new Customer { MerchantId = fpy.Id, Number = 7, Name = "Budi Santoso", Email = "Budi@Pelanggan.example", Phone = "021" });

        await system.CreateAsync("1");
        await system.CreateAsync("2", GivenSystem.Request with { CustomerName = "Ani Santoso" });
        await system.CreateAsync("3", GivenSystem.Request with { CustomerEmail = "ani@pelanggan.example" });

        (await StoredAsync(db, "1")).CustomerId.Should().Be(known.Id);
        (await db.ReadAsync(d => d.Set<Customer>().Where(c => c.Id == known.Id).SingleAsync())).Phone
            .Should().Be("021", "a bill overwrites nothing that is known");
        (await db.ReadAsync(d => d.Set<Customer>()
            .Where(c => c.MerchantId == fpy.Id && c.Number > 7)
            .OrderBy(c => c.Number)
            .Select(c => c.Name + " " + c.Email + " " + c.Phone)
            .ToListAsync()))
            .Should().Equal("Ani Santoso budi@pelanggan.example 087884398009", "Budi Santoso ani@pelanggan.example 087884398009");
    }

    [Fact]
    public async Task A_static_virtual_account_belongs_to_one_customer()
    {
        await using var db = await TestDb.MakeAsync();
        var system = await db.SystemAsync(await db.Given.MerchantAsync());

        (await system.CreateAsync("1", GivenSystem.Request with { StaticVa = "8985991234567891" })).Ok.Should().BeTrue();
        (await system.CreateAsync("2", GivenSystem.Request with { StaticVa = "1234567891" })).Ok
            .Should().BeTrue("the bank's prefix may be left out");
        (await system.CreateAsync("3", GivenSystem.Request with { StaticVa = "8985991234567899" })).Refusal!.Code
            .Should().Be("bill.static-va", "this customer has another");
        (await system.CreateAsync("4", GivenSystem.Request with { StaticVa = "8985991234567891", CustomerName = "Ani" })).Refusal!.Code
            .Should().Be("bill.static-va", "it is another customer's");

        (await db.ReadAsync(d => d.Set<Customer>().Select(c => c.VaNumber).ToListAsync())).Should().Equal("1234567891");
    }

    [Fact]
    public async Task Items_must_come_to_the_total_and_a_bill_is_not_due_before_its_date()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var system = await db.SystemAsync(fpy);

        var less = await system.CreateAsync("1", Food with { Items = [new("Chicken", 2, 2_000m), new("Duck", 1, 5_000m)] });
        var parts = await system.CreateAsync("2", Food with { Items = [new("Rice", 2.5m, 4_000.20m)] });
        var early = await system.CreateAsync("3", Food with { Due = Food.Date!.Value.AddSeconds(-1) });

        less.Refusal.Should().BeEquivalentTo(
            new { Code = "bill.items", Field = "items" });
        parts.Refusal!.Sentence().Should().Contain("Rp 10.000,50");
        early.Refusal!.Code.Should().Be("bill.due");
        (await db.ReadAsync(d => d.Set<Invoice>().CountAsync())).Should().Be(0);
        (await db.ReadAsync(d => d.Set<Customer>().CountAsync())).Should().Be(0, "a refused bill leaves no customer behind");
        (await system.CreateAsync("1", Food)).Ok.Should().BeTrue("a refused number was not used up");
    }

    [Fact]
    public async Task Who_signs_wrong_or_with_a_revoked_credential_makes_nothing()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var system = await db.SystemAsync(fpy);
        var other = await db.SystemAsync(await db.Given.MerchantAsync("OTH"));
        SignedBill[] wrong =
        [
            system.Sign("1001") with { Signature = new string('0', 40) },
            system.Sign("1001") with { TransactionNumber = "1002" },
            system.Sign("1001") with { ServiceId = other.ServiceId },
            system.Sign("1001") with { ServiceId = 4711 },
            (system with { Password = "guessed" }).Sign("1001"),
        ];

        foreach (var signed in wrong)
        {
            (await db.Get<CreateBill>().HandleAsync(signed, GivenSystem.Request, default)).Refusal!.Code
                .Should().Be("api-credential.signature");
        }

        await db.Get<RevokeBillingCredential>().HandleAsync(fpy.Admin, system.ServiceId, default);
        (await system.CreateAsync()).Refusal!.Code.Should().Be("api-credential.signature");
        (await db.ReadAsync(d => d.Set<Invoice>().CountAsync())).Should().Be(0);
    }

    [Fact]
    public async Task The_number_of_a_deleted_bill_stays_used()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var system = await db.SystemAsync(fpy);
        var bill = (await system.CreateAsync()).Value;
        var invoice = await StoredAsync(db);
        await system.CancelAsync(bill);
        (await db.Get<DeleteInvoice>().HandleAsync(fpy.Finance, invoice.Number, default)).Ok.Should().BeTrue();

        (await system.CreateAsync()).Refusal!.Code.Should().Be("bill.deleted");
        (await system.InquireAsync(bill)).Refusal!.Code.Should().Be("bill.not-found");
    }

    private static Task<Invoice> StoredAsync(TestDb db, string? transaction = null) =>
        db.ReadAsync(d => d.Set<Invoice>()
            .AsNoTracking()
            .Include(i => i.Lines)
            .SingleAsync(i => transaction == null || i.TransactionNumber == transaction));
}
