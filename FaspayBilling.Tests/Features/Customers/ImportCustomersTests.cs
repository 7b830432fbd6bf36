using System.Text;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Customers;
using FaspayBilling.Core.Formats.Sheets;
using FaspayBilling.Tests.Domain.Customers;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.Customers;

public sealed class ImportCustomersTests
{
    private const string Heading =
        "Customer Name;Customer Email;Phone;Address;Group;VA Static Number;Taxable Company;Transaction Code;Document;Document "
            + "Number;Country;NPWP;NITKU;NPWP Owner Name;NPWP Address;Remarks";
    private const string Good =
        "PT Maju;finance@maju.example;+62 21 5290;Jl. A 1;Retail;1234567890;Ya;4;TIN;;Indonesia;02.601.536.2-054.000;;PT MAJU;JL A 1;x";
    private const string Person = "Dewi;dewi@example.co.id;;Jl. B 2;retail;;No;;NIK;3171014101900001;;;;;;";

    [Theory, OnSqlite, OnPostgres]
    public async Task Good_rows_are_saved_and_nothing_before_somebody_says_so(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();

        var import = await ReadAsync(db, fpy, Heading, Good, Person);

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

    [Theory, OnSqlite, OnPostgres]
    public async Task Every_rows_problem_is_told_beside_it(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        await db.Get<SaveCustomer>().HandleAsync(fpy.Finance, null, GoodCustomer.Person, 0, default);

        var import = await ReadAsync(
            db,
            fpy,
            Heading,
            Good,
            Good,
            Good.Replace("finance@", "other@"),
            Person.Replace(";No;", ";maybe;").Replace(";NIK;", ";Library card;"),
            Person,
            $"{Person};;;;;;",
            "Dewi Anggraini;dewi@example.co.id;;Jl. B;;2234567890;;;NIK;3171014101900001;;;;;;",
            ";;;;;;;;;;XX;123;;;;");

        import.Rows[6].Problems[^1].Code.Should().Be("customer.duplicate");
        import.Rows[3].Problems[0].Code.Should().Be("import.value");
        import.Rows.Select(r => (r.Line, string.Join(' ', r.Problems.Select(p => p.Code)))).Should().Equal(
            (2, ""),
            (3, "import.twice"),
            (4, "import.twice"),
            (5, "import.value import.value"),
            (6, "import.twice"),
            (7, "import.twice"),
            (8, "customer.va-taken customer.duplicate"),
            (9, "customer.name customer.email customer.address customer.country customer.npwp customer.npwp-name customer.npwp-address"));
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

        var import = await ReadAsync(db, fpy, [Heading, .. lines]);

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
        var import = await ReadAsync(db, fpy, Heading, Good, Person);
        await db.Get<SaveCustomer>().HandleAsync(fpy.Finance, null, GoodCustomer.Company, 0, default);

        var done = (await db.Get<ImportCustomers>().HandleAsync(fpy.Finance, import.Rows, null, default)).Value;

        done.Saved.Should().Be(1);
        done.Refused.Should().ContainSingle().Which.Problems.Should().ContainSingle().Which.Code.Should().Be("customer.va-taken");
    }

    [Fact]
    public async Task A_file_without_its_columns_is_refused_and_so_is_a_Viewer()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();

        (await CodeAsync("Customer Name;Phone\nx;y")).Should().Be("import.columns");
        (await CodeAsync("Name;Customer Name;Email;Address\nx;y;z;a")).Should().Be("import.columns");
        (await CodeAsync("")).Should().Be("sheet.not-readable");
        (await CodeAsync(new string('x', 11_000_000))).Should().Be("sheet.too-large");
        (await db.Get<ReadCustomerImport>().HandleAsync(fpy.Viewer, new MemoryStream("a"u8.ToArray()), default)).Refusal!.Code
            .Should().Be("not-allowed");
        (await db.Get<ImportCustomers>()
            .HandleAsync(fpy.Viewer, (await ReadAsync(db, fpy, Heading, Good)).Rows, null, default)).Refusal!.Code
            .Should().Be("not-allowed");

        async Task<string> CodeAsync(string text) =>
            (await db.Get<ReadCustomerImport>()
                .HandleAsync(fpy.Finance, new MemoryStream(Encoding.UTF8.GetBytes(text)), default)).Refusal!.Code;
    }

    [Fact]
    public async Task The_template_has_every_column_and_what_is_downloaded_is_imported_elsewhere_as_it_was()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var other = await db.Given.MerchantAsync("OTH", "013825647609000");
        await db.Get<SaveCustomer>()
            .HandleAsync(fpy.Finance, null, GoodCustomer.Company with { Name = "=1+1", Nitku = "0026015362054000000012" }, 0, default);
        await db.Get<SaveCustomer>().HandleAsync(fpy.Finance, null, GoodCustomer.Person, 0, default);
        using var template = new MemoryStream();
        CustomerFiles.WriteTemplate(template);
        using var file = new MemoryStream();
        (await db.Get<DownloadCustomers>().HandleAsync(fpy.Viewer, new(), file, new Told([]), default)).Should().Be(Outcome.Done);

        var import = (await db.Get<ReadCustomerImport>().HandleAsync(other.Finance, file, default)).Value;

        SheetFile.Read(template, default).Value.Single().Cells.Should().Equal(import.Headers);
        import.Unused.Should().BeEmpty();
        import.Good.Select(r => r.Input)
            .Should().BeEquivalentTo([GoodCustomer.Company with { Name = "=1+1", Nitku = "0026015362054000000012" }, GoodCustomer.Person]);
    }

    private static async Task<CustomerImport> ReadAsync(TestDb db, GivenMerchant fpy, params string[] lines) =>
        (await db.Get<ReadCustomerImport>()
            .HandleAsync(fpy.Finance, new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines))), default)).Value;

    private sealed class Told(List<double> shares) : IProgress<double>
    {
        public void Report(double value) => shares.Add(value);
    }
}
