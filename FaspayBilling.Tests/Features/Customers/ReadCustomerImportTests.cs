using System.Text;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Features.Customers;
using FaspayBilling.Tests.Domain.Customers;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;
using static FaspayBilling.Tests.Features.Customers.GivenImport;

namespace FaspayBilling.Tests.Features.Customers;

public sealed class ReadCustomerImportTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Every_rows_problem_is_told_beside_it(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        await db.Get<SaveCustomer>().HandleAsync(fpy.Finance, null, GoodCustomer.Person, 0, default);

        var import = await db.ReadImportAsync(
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
            (9, "customer.name customer.email customer.country customer.npwp"));
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

        async Task<string> CodeAsync(string text) =>
            (await db.Get<ReadCustomerImport>()
                .HandleAsync(fpy.Finance, new MemoryStream(Encoding.UTF8.GetBytes(text)), default)).Refusal!.Code;
    }

    [Fact]
    public async Task A_row_without_a_VA_number_gets_one_of_its_own_and_nothing_is_saved()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();

        var import = await db.ReadImportAsync(fpy, "Name;Email;Address", "A;a@a.example;Jl. A", "B;b@b.example;Jl. B");

        var numbers = import.Rows.Select(r => r.Input.VaNumber).ToList();
        numbers.Should().OnlyHaveUniqueItems().And.OnlyContain(n => VaNumber.IsValid(n));
        (await db.ReadAsync(d => d.Set<Customer>().AnyAsync())).Should().BeFalse();
        (await db.HistoryAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task What_another_merchant_has_is_no_duplicate()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var other = await db.Given.MerchantAsync("OTH");
        await db.Get<SaveCustomer>()
            .HandleAsync(other.Finance, null, GoodCustomer.Company with { Name = "PT Maju", Email = "finance@maju.example" }, 0, default);

        (await db.ReadImportAsync(fpy, Heading, Good)).Bad.Should().BeEmpty();
        (await db.ReadImportAsync(other, Heading, Good)).Bad.Single().Problems.Select(p => p.Code)
            .Should().Equal("customer.va-taken", "customer.duplicate");
    }
}
