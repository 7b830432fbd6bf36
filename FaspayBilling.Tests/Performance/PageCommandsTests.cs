using Bunit;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice.Codes;
using FaspayBilling.Core.Domain.TaxOffice.Coretax;
using FaspayBilling.Tests.Features.Tenancy;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Ui;
using FaspayBilling.Web.Components.Pages.Customers;
using FaspayBilling.Web.Components.Pages.EFaktur;
using FaspayBilling.Web.Components.Pages.Invoices;
using FaspayBilling.Web.Components.Pages.Outbox;
using FaspayBilling.Web.Components.Pages.Reports;
using FaspayBilling.Web.Components.Pages.Settings;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace FaspayBilling.Tests.Performance;

/// <summary>
/// How many SQL commands a page takes when it is opened and when its list is turned: recorded, so that a change is seen. The frame around
/// the page reads apart from it, once for all pages.
/// </summary>
public sealed class PageCommandsTests : PageTest
{
    private static readonly Dictionary<string, (int Opened, int? Turned, Func<PageCommandsTests, IRenderedComponent<Screen>> Show)> Pages =
        new()
        {
            ["/billings"] = (2, 2, t => t.Show<BillingList>()),
            ["/billings/{0}"] = (11, null, t => t.Show<BillingDetailPage>(p => p.Add(b => b.Number, t.estate!.Unpaid.Number))),
            ["/customers"] = (3, 2, t => t.Show<CustomerList>()),
            ["/customers/{1}"] = (4, null, t => t.Show<CustomerPage>(p => p.Add(c => c.Id, t.estate!.Unpaid.CustomerId))),
            ["/customers/groups"] = (1, null, t => t.Show<CustomerGroups>()),
            ["/e-faktur/numbers"] = (9, null, t => t.Show<Numbers>()),
            ["/e-faktur/numbers/generate"] = (2, 2, t => t.Show<GeneratePage>()),
            ["/e-faktur/threshold"] = (4, null, t => t.Show<ThresholdPage>()),
            ["/e-faktur/export"] = (5, 2, t => t.Show<ExportCsv>()),
            ["/e-faktur/files"] = (5, 2, t => t.Show<TaxFiles>()),
            ["/e-faktur/coretax"] = (5, 2, t => t.Show<CoretaxListPage>()),
            ["/e-faktur/year"] = (5, null, t => t.Show<YearEndPage>()),
            ["/mail"] = (2, 2, t => t.Show<MailOutbox>()),
            ["/mail/callbacks"] = (2, 2, t => t.Show<Callbacks>()),
            ["/reports/aging"] = (2, 2, t => t.Show<InvoiceAging>()),
            ["/reports/aging/print"] = (2, null, t => t.Show<InvoiceAgingPrint>()),
            ["/settings/api"] = (4, null, t => t.Show<ApiAccessPage>()),
            ["/settings/billing"] = (2, null, t => t.Show<BillingSettingsPage>()),
            ["/settings/merchant"] = (10, null, t => t.Show<MerchantPage>()),
            ["/settings/security"] = (3, 2, t => t.Show<SecurityPage>()),
            ["/settings/users"] = (3, null, t => t.Show<UsersPage>()),
        };

    private TenantFixture? estate;

    public static TheoryData<string> Addresses => [.. Pages.Keys];

    public static TheoryData<string> Lists => [.. Pages.Where(p => p.Value.Turned is not null).Select(p => p.Key)];

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        SignIn(Fpy.Admin);
        estate = await TenantFixture.OfAsync(Db, Fpy);
        await Db.FillAsync(Fpy, "FPY", 60);
        await Db.ReadAsync(db =>
        {
            db.AddRange(Enumerable.Range(1_001, 60).Select(n => new Customer { MerchantId = Fpy.Id, Number = n, Name = $"PT {n}" }));
            db.AddRange(Enumerable.Range(1_001, 60).Select(RowOf));
            return db.SaveChangesAsync();
        });
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public void A_page_is_opened_in_as_many_commands_as_were_recorded(string address)
    {
        var page = Pages[address];
        GoTo(address, "");
        using var sql = SqlCommands.Watch();

        var screen = page.Show(this);

        screen.WaitForAssertion(() => sql.Sent.Should().HaveCount(page.Opened));
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public void A_list_is_turned_in_as_many_commands_as_were_recorded(string address)
    {
        var page = Pages[address];
        GoTo(address, "");
        var screen = page.Show(this);
        using var sql = SqlCommands.Watch();

        GoTo(address, "?page=2");

        screen.WaitForAssertion(() => sql.Sent.Should().HaveCount(page.Turned!.Value));
    }

    [Fact]
    public void No_list_takes_more_than_two() => Pages.Values.Select(p => p.Turned).Should().OnlyContain(t => t == null || t <= 2);

    // One that contradicts an invoice, whose number the list shows.
    private CoretaxRow RowOf(int number)
    {
        var row = new CoretaxRow
        {
            MerchantId = Fpy.Id,
            Number = $"0400260000000{number}",
            Reference = "",
            Status = CoretaxStatus.Approved,
            Date = new(2026, 11, 16),
            BuyerName = "Buyer",
            BuyerId = "0026015362054000",
            TaxBase = 1_000_000,
            Vat = 110_000,
            ReadAt = Clock.Now(),
        };
        row.Take(row.Word() with { Candidates = new([estate!.Unpaid.Id]), Conflicts = new([Message.Of("another month")]) });
        return row;
    }

    private void GoTo(string address, string query) => Services.GetRequiredService<NavigationManager>()
        .NavigateTo(string.Format(null, address, estate!.Unpaid.Number, estate.Unpaid.CustomerId) + query);
}
