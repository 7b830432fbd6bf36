using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Customers;
using FaspayBilling.Tests.Domain.Customers;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.Customers;

public sealed class SaveCustomerTests
{
    private static readonly CustomerInput Good = GoodCustomer.Company;

    [Theory, OnSqlite, OnPostgres]
    public async Task A_new_customer_gets_the_next_number_and_reads_back_as_typed(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        await fpy.CustomerAsync();

        var saved = await SaveAsync(db, fpy.Finance, null, Good with { Npwp = "02.601.536.2-054.000" });

        saved.Warning.Should().BeNull();
        var read = (await db.Get<ReadCustomer>().HandleAsync(fpy.Viewer, saved.Value, default)).Value;
        read.Should().BeEquivalentTo(new { Number = 2, Data = Good, Invoices = 0, Outstanding = 0m });
        read.History.Should().ContainSingle().Which.What().Should().Be("Customer PT Maju Jaya added");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_changed_name_and_NPWP_go_on_to_what_was_never_issued_only(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var customer = await fpy.CustomerAsync();
        var draft = await fpy.InvoiceAsync(InvoiceStatus.Draft);
        var proforma = await fpy.InvoiceAsync(InvoiceStatus.Proforma);
        var unpaid = await fpy.InvoiceAsync();

        (await SaveAsync(db, fpy.Finance, customer.Id, Good)).Ok.Should().BeTrue();

        (await db.StoredAsync(draft))
            .Should().BeEquivalentTo(new { CustomerName = Good.Name, CustomerNpwp = Good.Npwp, Version = draft.Version + 1 });
        (await db.StoredAsync(proforma)).CustomerName.Should().Be(Good.Name);
        (await db.StoredAsync(unpaid)).Should().BeEquivalentTo(new { CustomerName = "PT Pelanggan Setia", unpaid.Version });
        var read = (await db.Get<ReadCustomer>().HandleAsync(fpy.Viewer, customer.Id, default)).Value;
        read.Invoices.Should().Be(3);
        read.Outstanding.Should().Be(unpaid.Outstanding);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Each_refusal_names_its_field_and_nothing_is_stored(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var other = await db.Given.MerchantAsync("OTH", "013825647609000");
        var holder = (await SaveAsync(db, fpy.Finance, null, Good)).Value;
        var othersGroup = await db.AddAsync(new CustomerGroup { MerchantId = other.Id, Name = "Theirs" });

        await ExpectAsync(Good with { VaNumber = "9999999999", Name = "" }, "customer.name");
        await ExpectAsync(Good with { VaNumber = "9999999999", Email = "no" }, "customer.email");
        await ExpectAsync(Good with { VaNumber = "9999999999", ContactNo = "x" }, "customer.phone");
        await ExpectAsync(Good with { VaNumber = "9999999999", Address = new('x', 501) }, "customer.address");
        await ExpectAsync(Good with { VaNumber = "12" }, "customer.va-number");
        await ExpectAsync(Good, "customer.va-taken");
        await ExpectAsync(Good with { VaNumber = "9999999999", AdditionalInfo = new('x', 501) }, "customer.additional-info");
        await ExpectAsync(Good with { VaNumber = "9999999999", TransactionCode = "99" }, "customer.transaction-code");
        await ExpectAsync(
            Good with { VaNumber = "9999999999", Document = BuyerIdType.Passport, DocumentNumber = new('x', 41) },
            "customer.document-number");
        await ExpectAsync(Good with { VaNumber = "9999999999", Country = "XXX" }, "customer.country");
        await ExpectAsync(Good with { VaNumber = "9999999999", Npwp = "1" }, "customer.npwp");
        await ExpectAsync(Good with { VaNumber = "9999999999", Nitku = "1" }, "customer.nitku");
        await ExpectAsync(Good with { VaNumber = "9999999999", NpwpName = new('x', 201) }, "customer.npwp-name");
        await ExpectAsync(Good with { VaNumber = "9999999999", NpwpAddress = new('x', 501) }, "customer.npwp-address");
        await ExpectAsync(Good with { VaNumber = "9999999999", GroupId = othersGroup.Id }, "customer.group");
        (await db.ReadAsync(d => d.Set<Customer>().CountAsync())).Should().Be(1);

        // Its own VA number is no other's; another merchant may use the same.
        (await SaveAsync(db, fpy.Finance, holder, Good with { Name = "PT Maju" })).Ok.Should().BeTrue();
        (await SaveAsync(db, other.Finance, null, Good)).Ok.Should().BeTrue();

        async Task ExpectAsync(CustomerInput input, string code) =>
            (await SaveAsync(db, fpy.Finance, null, input)).Refusals.Should().ContainSingle().Which.Code.Should().Be(code);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_may_not_who_came_late_and_what_is_not_there_is_refused(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var id = (await SaveAsync(db, fpy.Finance, null, Good)).Value;

        (await SaveAsync(db, fpy.Viewer, id, Good)).Refusal!.Code.Should().Be("not-allowed");
        (await SaveAsync(db, fpy.Finance, id, Good, version: 7)).Refusal!.Code.Should().Be("changed-elsewhere");
        (await SaveAsync(db, fpy.Finance, id + 1, Good)).Refusal!.Code.Should().Be("customer.not-found");
    }

    [Fact]
    public async Task While_the_module_is_off_the_form_shows_nothing_of_tax()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync(settings: s => s.EFakturModule = false);

        (await SaveAsync(db, fpy.Finance, null, Good with { Npwp = "", NpwpName = "", NpwpAddress = "" })).Ok.Should().BeTrue();
    }

    [Fact]
    public async Task A_check_digit_that_does_not_fit_is_saved_with_a_warning()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();

        (await SaveAsync(db, fpy.Finance, null, Good with { Npwp = "026015361054000" })).Warnings.Sentence()
            .Should().Contain("check digit");
    }

    private static async Task<Outcome<long>> SaveAsync(TestDb db, Actor actor, long? id, CustomerInput input, int? version = null) =>
        await db.Get<SaveCustomer>()
            .HandleAsync(
                actor,
                id,
                input,
                version
                    ?? (id is null
                        ? 0
                        : await db.ReadAsync(d => d.Set<Customer>().Where(c => c.Id == id).Select(c => c.Version).SingleOrDefaultAsync())),
                default);
}
