using System.Globalization;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.ApiAccess;
using FaspayBilling.Core.Features.BillingApi;
using FaspayBilling.Core.Features.Customers;
using FaspayBilling.Core.Features.Invoices.Lifecycle;
using FaspayBilling.Core.Features.Invoices.Lists;
using FaspayBilling.Core.Features.Reports;
using FaspayBilling.Core.Formats.Sheets;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.Invoices.Lists;

/// <summary>Every reader of invoices knows what is a credit note and what is no receivable at all.</summary>
public sealed class TypesTests
{
    private static readonly DocumentType[] Owed = [DocumentType.Invoice, DocumentType.DebitNote];

    [Theory, OnSqlite, OnPostgres]
    public async Task The_database_asks_what_the_rules_say_of_each_type(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        await db.OneOfEachAsync(fpy);

        var (owed, credits) = await db.ReadAsync(async d => (
            await AsyncTypes(d.Set<Invoice>().Receivables()), await AsyncTypes(d.Set<Invoice>().Credits())));

        owed.Should().BeEquivalentTo(DocumentTypes.All.Where(t => t.IsReceivable())).And.BeEquivalentTo(Owed);
        credits.Should().BeEquivalentTo(DocumentTypes.All.Where(t => t.IsCredit()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_list_marks_filters_and_signs_by_type(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        await db.OneOfEachAsync(fpy);

        foreach (var type in DocumentTypes.All)
        {
            var page = await ListAsync(db, fpy, new BillingQuery { Type = type });
            var row = page.Rows.Should().ContainSingle().Subject;
            (page.Total, row.Type, row.SignedTotal, row.Balance)
                .Should().Be((1, type, type.Signed(750_000), type.Balance(750_000)));
            (await ListAsync(db, fpy, new BillingQuery { Type = type, Search = "pelanggan" })).Rows.Should().Equal(row);
        }

        (await ListAsync(db, fpy, new BillingQuery { Type = DocumentType.CreditNote, Status = InvoiceStatus.Paid })).Total.Should().Be(0);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_order_by_amount_is_that_of_the_amounts_it_shows(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        foreach (var (type, price) in new[]
        {
            (DocumentType.Invoice, 10), (DocumentType.CreditNote, 30), (DocumentType.CreditNote, 5), (DocumentType.DebitNote, 20),
            (DocumentType.SelfBilledInvoice, 25), (DocumentType.SelfBilledCreditNote, 40),
        })
        {
            await db.DocumentAsync(fpy, type, price);
        }

        var byTotal = await ListAsync(db, fpy, new BillingQuery { Sort = BillingSort.Total, Descending = true });
        var byOutstanding = await ListAsync(db, fpy, new BillingQuery { Sort = BillingSort.Outstanding, Descending = false });
        var found = await ListAsync(db, fpy, new BillingQuery { Sort = BillingSort.Total, Descending = false, Search = "pe" });

        byTotal.Rows.Select(r => r.SignedTotal).Should().Equal(25, 20, 10, -5, -30, -40);
        byOutstanding.Rows.Select(r => r.Balance ?? 0).Should().Equal(-30, -5, 0, 0, 10, 20);
        found.Rows.Select(r => r.SignedTotal).Should().Equal(-40, -30, -5, 10, 20, 25);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_workbook_names_the_type_and_its_columns_can_be_summed(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        await db.DocumentAsync(fpy, DocumentType.Invoice);
        await db.DocumentAsync(fpy, DocumentType.CreditNote, 50_000);
        await db.DocumentAsync(fpy, DocumentType.SelfBilledInvoice, 3);
        using var file = new MemoryStream();

        await db.Get<DownloadBillings>().HandleAsync(
            fpy.Viewer, new BillingQuery { Sort = BillingSort.Total, Descending = true }, file, new Progress<double>(), default);

        var rows = SheetFile.Read(file, default).Value.Skip(1).ToList();
        rows.Select(r => (r[1], r[8], r[10], r[12])).Should().Equal(
            ("Invoice", "750000", "750000", "750000"),
            ("Self-billed Invoice", "3", "3", ""),
            ("Credit Note", "-50000", "-50000", "-50000"));
        rows.Sum(r => r[12].Length == 0 ? 0 : decimal.Parse(r[12], CultureInfo.InvariantCulture)).Should().Be(700_000);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_a_customer_owes_is_the_same_everywhere(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        await db.OneOfEachAsync(fpy, daysToDue: -1);
        await db.Get<SweepOverdue>().HandleAsync(default);
        var made = (await db.Get<MakeBillingCredential>().HandleAsync(fpy.Admin, default)).Value;
        var signature = Core.Domain.ApiAccess.BillingSignature.Of(made.Username, made.Password);

        var aging = await db.Get<ReadAging>().HandleAsync(fpy.Viewer, new AgingQuery { AsOf = new(2026, 11, 16) }, default);
        var customer = await db.Get<ReadCustomer>().HandleAsync(fpy.Viewer, (await fpy.CustomerAsync()).Id, default);
        var api = await db.Get<ListInvoicesForApi>().HandleAsync(
            signature, new InvoicesQuery(new(2026, 1, 1), new(2026, 12, 31), InvoiceStatuses.All, 1), default);
        var overdue = await ListAsync(db, fpy, new BillingQuery { Status = InvoiceStatus.Overdue });

        aging.Page.Rows.Select(r => r.Type).Should().BeEquivalentTo(Owed);
        aging.Total.Should().Be(1_500_000);
        customer.Value.Outstanding.Should().Be(1_500_000);
        (api.Value.Total, api.Value.Rows.Sum(r => r.Outstanding)).Should().Be((2, 1_500_000));
        overdue.Rows.Select(r => r.Type).Should().BeEquivalentTo(Owed, "nothing is due on the others");
        (await db.Get<ReadActions>().HandleAsync(fpy.Finance, "CreditNote-750000", default)).Value.Actions
            .Should().NotContain(Core.Domain.Invoices.Actions.InvoiceAction.RecordPayment)
            .And.Contain(Core.Domain.Invoices.Actions.InvoiceAction.Cancel);
    }

    [Theory]
    [InlineData("0001-01-01", "1900-01-01")]
    [InlineData("9999-12-31", "2199-12-31")]
    public async Task The_aging_of_a_day_beyond_all_calendars_is_that_of_the_last_one(string asked, string answered)
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();

        var report = await db.Get<ReadAging>().HandleAsync(
            fpy.Viewer, new AgingQuery { AsOf = Domain.Shared.Sample.Day(asked) }, default);

        report.AsOf.Should().Be(Domain.Shared.Sample.Day(answered));
    }

    private static Task<List<DocumentType>> AsyncTypes(IQueryable<Invoice> invoices) =>
        Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.ToListAsync(invoices.Select(i => i.DocumentType));

    private static Task<Page<BillingRow>> ListAsync(TestDb db, GivenMerchant fpy, BillingQuery query) =>
        db.Get<ListBillings>().HandleAsync(fpy.Viewer, query, default);
}
