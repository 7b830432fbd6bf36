using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.TaxOffice.Files;
using FaspayBilling.Core.Features.Customers;
using FaspayBilling.Core.Features.Invoices.Lifecycle;
using FaspayBilling.Core.Features.TaxOffice.Files;
using FaspayBilling.Core.Outbox.Mail;
using FaspayBilling.Tests.Domain.Customers;
using FaspayBilling.Tests.Features.TaxOffice.Exports;
using FaspayBilling.Tests.Features.TaxOffice.Files;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Mail;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.Customers;

/// <summary>Up to ten e-mail addresses of a customer: each gets every mail, each finds the customer.</summary>
public sealed class CustomerMailsTests
{
    private const string Three = "a@pelanggan.example;b@pelanggan.example;c@pelanggan.example";

    [Theory, OnSqlite, OnPostgres]
    public async Task An_invoice_goes_to_each_address_with_its_files(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var draft = await fpy.InvoiceAsync(InvoiceStatus.Draft, taxed: false);
        await db.ChangeAsync<Customer>(c => true, c => c.Email = Three);

        (await db.Get<IssueInvoice>().HandleAsync(fpy.Finance, draft.Number, default)).Ok.Should().BeTrue();

        var mails = await db.ReadAsync(d => d.Set<OutboxMail>().OrderBy(m => m.Id).ToListAsync());
        mails.Select(m => m.To).Should().Equal(Three.Split(';'));
        mails.Select(m => m.MessageId).Should().OnlyHaveUniqueItems();
        (await db.ReadAsync(d => d.Set<MailAttachment>().Select(a => a.MailId).ToListAsync()))
            .Should().BeEquivalentTo(mails.Select(m => m.Id));
        (await db.HistoryAsync()).Where(h => h.SubjectId == draft.Id).Select(h => h.What()).Should().Equal(
            "Issued", "Mail to a@pelanggan.example", "Mail to b@pelanggan.example", "Mail to c@pelanggan.example");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_an_EFaktur_files_mails_the_one_that_failed_decides_its_status(bool failsFirst)
    {
        await using var server = new TestMailServer();
        await using var files = await GivenFiles.MakeAsync(settings: server.Settings);
        await files.Db.ChangeAsync<Customer>(c => true, c => c.Email = Three);
        var id = (await files.ListAsync(new())).Value.Rows[0].Id;
        (await files.Db.Get<SendTaxFiles>().HandleAsync(files.Fpy.Finance, [id], null, default)).Value.Single().Refusal.Should().BeNull();
        var later = files.Db.Clock.GetUtcNow().UtcDateTime.AddMinutes(10);
        await files.Db.ReadAsync(d => d.Set<OutboxMail>()
            .Where(m => (m.To == "b@pelanggan.example") != failsFirst)
            .ExecuteUpdateAsync(s => s.SetProperty(m => m.NextTryAt, later)));

        await SendDueAsync(files, server, failing: failsFirst);
        files.Db.Clock.Advance(TimeSpan.FromMinutes(11));
        await SendDueAsync(files, server, failing: !failsFirst);

        server.Received.Select(m => m.To).Should().BeEquivalentTo("a@pelanggan.example", "c@pelanggan.example");
        var file = await files.Db.ReadAsync(d => d.Set<TaxFile>().SingleAsync(f => f.Id == id));
        file.EmailStatus.Should().Be(TaxFileEmailStatus.Failed);
        file.EmailReason.Should().Contain("5.1.1");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Ten_long_addresses_are_stored_found_and_shown_as_the_first(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var domain = string.Join('.', Enumerable.Repeat(new string('x', 60), 3));
        var addresses = Enumerable.Range(0, 10).Select(n => $"address-number-{n}@{domain}.example").ToList();

        (await db.Get<SaveCustomer>().HandleAsync(
            fpy.Finance, null, GoodCustomer.Company with { Email = string.Join('\n', addresses) }, 0, default)).Refusals.Should().BeEmpty();

        var row = (await db.Get<ListCustomers>().HandleAsync(fpy.Viewer, new() { Search = "number-9@" }, default)).Rows.Single();
        row.Email.Should().Be($"{addresses[0]} +9");
        (await db.Get<FindCustomers>().HandleAsync(fpy.Viewer, "number-5@", default)).Single().Email.Should().Be($"{addresses[0]} +9");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_bill_finds_its_customer_by_any_of_the_addresses(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var system = await db.SystemAsync(fpy);
        await db.AddAsync(
            new Customer { MerchantId = fpy.Id, Number = 1, Name = "Budi Santoso", Email = "Kasir@pelanggan.example;Budi@x.example" });

        await system.CreateAsync("1", GivenSystem.Request with { CustomerEmail = "budi@X.example" });
        await system.CreateAsync("2", GivenSystem.Request with { CustomerEmail = "kasir@pelanggan.example" });
        await system.CreateAsync("3", GivenSystem.Request with { CustomerEmail = "udi@x.example" });

        (await db.ReadAsync(d => d.Set<Invoice>().OrderBy(i => i.Id).Select(i => i.CustomerId).ToListAsync()))
            .Should().HaveCount(3).And.Match<List<long>>(ids => ids[0] == ids[1] && ids[1] != ids[2]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_import_takes_several_and_knows_a_customer_by_each(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        await db.AddAsync(new Customer { MerchantId = fpy.Id, Number = 1, Name = "Dewi", Email = "a@x.example;b@x.example" });

        var import = (await db.Get<ReadCustomerImport>().HandleAsync(
            fpy.Finance,
            new MemoryStream(
                "Name,Email\nDewi,c@x.example; b@x.example\nAni,a@x.example;c@x.example\nAni,\"c@x.example, d@x.example\""u8.ToArray()),
            default)).Value;

        import.Rows.Select(r => string.Join(' ', r.Problems.Select(p => p.Code))).Should().Equal("customer.duplicate", "", "import.twice");
        import.Rows[1].Input.Email.Should().Be("a@x.example;c@x.example");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_import_knows_a_customer_by_any_address_however_its_name_is_written(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        await db.AddAsync(new Customer { MerchantId = fpy.Id, Number = 1, Name = "PT Maju Jaya", Email = "a@x.example;B@x.example" });
        await db.AddAsync(new Customer { MerchantId = fpy.Id, Number = 2, Name = "Toko Élan", Email = "C@x.example" });

        var import = await db.ReadImportAsync(
            fpy,
            "Name;Email",
            "PT MAJU JAYA;b@x.example",
            "pt maju jaya;z@x.example",
            "Pt Maju Jaya;A@X.example",
            "TOKO ÉLAN;c@X.example");

        import.Rows.Select(r => string.Join(' ', r.Problems.Select(p => p.Code))).Should().Equal(
            "customer.duplicate", "", "customer.duplicate", "customer.duplicate");
    }

    private static async Task SendDueAsync(GivenFiles files, TestMailServer server, bool failing)
    {
        if (failing)
        {
            server.Answer("RCPT", "550 5.1.1 No such user here");
        }

        await files.Db.Get<OutboxDelivery>().SendDueAsync(default);
        server.Recover();
    }
}
