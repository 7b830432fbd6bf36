using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Customers;
using FaspayBilling.Tests.Domain.Customers;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;
using static FaspayBilling.Tests.Features.Customers.GivenImport;

namespace FaspayBilling.Tests.Features.Customers;

public sealed class ImportCustomersTests
{
    [Fact]
    public async Task The_same_preview_saved_again_adds_nobody_and_answers_the_same()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var stale = await db.ReadImportAsync(fpy, Heading, Good, Person);
        await db.Get<ImportCustomers>().HandleAsync(fpy.Finance, [stale.Rows[0]], null, default);
        var sent = fpy.Finance with { Form = new SentForm("one-opened-preview") };

        var first = (await db.Get<ImportCustomers>().HandleAsync(sent, stale.Rows, null, default)).Value;
        var again = (await db.Get<ImportCustomers>().HandleAsync(sent, stale.Rows, null, default)).Value;

        (first.Saved, first.Refused.Single().Line).Should().Be((1, stale.Rows[0].Line));
        again.Should().BeEquivalentTo(first);
        (await db.ReadAsync(d => d.Set<Customer>().CountAsync())).Should().Be(2);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Good_rows_are_saved_and_nothing_before_somebody_says_so(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();

        var import = await db.ReadImportAsync(fpy, Heading, Good, Person);

        import.Unused.Should().Equal("Remarks");
        import.Bad.SelectMany(b => b.Problems).Should().BeEmpty();
        (await db.ReadAsync(d => d.Set<Customer>().AnyAsync())).Should().BeFalse();
        var done = (await db.Get<ImportCustomers>().HandleAsync(fpy.Finance, import.Rows, null, default)).Value;
        done.Should().BeEquivalentTo(new ImportDone(2, []));
        var stored = await db.ReadAsync(d => d.Set<Customer>().OrderBy(c => c.Number).ToListAsync());
        stored[0].Should().BeEquivalentTo(new
        {
            Number = 1,
            Name = "PT Maju",
            Phone = "+62 21 5290",
            VaNumber = "1234567890",
            TaxableCompany = true,
            TransactionCode = "04",
            Npwp = "026015362054000",
            Country = "IDN",
        });
        stored[1].Should().BeEquivalentTo(new
        {
            Number = 2,
            Document = BuyerIdType.NationalId,
            DocumentNumber = "3171014101900001",
            TaxableCompany = false,
            stored[0].GroupId
        });
        VaNumber.IsValid(stored[1].VaNumber).Should().BeTrue();
        (await db.Get<ListCustomerGroups>().HandleAsync(fpy.Viewer, default))
            .Should().ContainSingle().Which
            .Should().BeEquivalentTo(new { Name = "Retail", Customers = 2 });
        (await db.HistoryAsync()).Select(h => h.What()).Should().Equal(
            "Customer group Retail added from a file", "Customer PT Maju added from a file", "Customer Dewi added from a file");
    }

    [Fact]
    public async Task A_thousand_bad_rows_of_every_kind_are_told_row_by_row_and_the_good_ones_among_them_saved()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        string[] hostile =
        [
            "=cmd|' /C calc'!A0", "\u202e", "'; DROP TABLE Customers; --", "<script>alert(1)</script>", new('x', 5_000), "\t\v", "﷽",
            "\ud83d\ude00"
        ];
        var lines = Enumerable.Range(0, 1_100).Select(i => i % 11 == 0
            ? $"\"PT {i}\";finance{i}@maju.example;;Jl. A {i};;;;;NIK;3171014101900001;;;;;;"
            : $"\"{hostile[i % 8].Replace("\"", "\"\"")}\";\"{hostile[(i + 3) % 8]}\";\"{hostile[(i + 1) % 8]}\";\""
                + $"{hostile[(i + 5) % 8]}\";;{i};;{hostile[i % 3]};;;;{i};;;;");

        var import = await db.ReadImportAsync(fpy, [Heading, .. lines]);

        import.Rows.Should().HaveCount(1_100);
        import.Good.Should().HaveCount(100).And.OnlyContain(r => (r.Line - 2) % 11 == 0);
        import.Bad.Should().HaveCount(1_000).And.OnlyContain(r => r.Problems.Count >= 3);
        var told = new List<double>();
        (await db.Get<ImportCustomers>().HandleAsync(fpy.Finance, import.Rows, new Told(told), default)).Value.Saved.Should().Be(100);
        (await db.ReadAsync(d => d.Set<Customer>().CountAsync())).Should().Be(100);
        told.Should().NotBeEmpty().And.BeInAscendingOrder();

        using var file = new MemoryStream();
        CustomerFiles.WriteProblems(import, import.Bad, Language.English, file, new Told([]), default);
        var again = (await db.Get<ReadCustomerImport>().HandleAsync(fpy.Finance, file, default)).Value;
        again.Rows.Should().HaveCount(1_000).And.OnlyContain(r => r.Problems.Count >= 3);
        again.Headers[^1].Should().Be(CustomerFiles.Problem);
        again.Unused.Should().Equal("Remarks", CustomerFiles.Problem);
        again.Rows[0].Cells[^1].Should().Contain("Enter an e-mail address");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_row_that_became_bad_meanwhile_stops_no_other(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var import = await db.ReadImportAsync(fpy, Heading, Good, Person);
        await db.Get<SaveCustomer>().HandleAsync(fpy.Finance, null, GoodCustomer.Company, 0, default);

        var done = (await db.Get<ImportCustomers>().HandleAsync(fpy.Finance, import.Rows, null, default)).Value;

        done.Saved.Should().Be(1);
        done.Refused.Should().ContainSingle().Which.Problems.Should().ContainSingle().Which.Code.Should().Be("customer.va-taken");
    }

    [Fact]
    public async Task A_Viewer_imports_nothing()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var import = await db.ReadImportAsync(fpy, Heading, Good);

        (await db.Get<ImportCustomers>().HandleAsync(fpy.Viewer, import.Rows, null, default)).Refusal!.Code.Should().Be("not-allowed");
        (await db.ReadAsync(d => d.Set<Customer>().AnyAsync())).Should().BeFalse();
    }

    private sealed class Told(List<double> shares) : IProgress<double>
    {
        public void Report(double value) => shares.Add(value);
    }
}
