using Bunit;
using FaspayBilling.Tests.Support.Ui;
using FaspayBilling.Web.Components.Ui.Tables;
using Microsoft.AspNetCore.Components;

namespace FaspayBilling.Tests.Components.Ui;

public sealed class PagedTableTests : UiTest
{
    private static readonly Row[] Rows = [new(1, "INV-1", 10m), new(2, "INV-2", 20m)];
    private static readonly TableColumn<Row>[] Columns =
    [
        new("Invoice No", r => r.Number) { Sort = "number" },
        new("Total", r => $"{r.Total}") { AlignEnd = true }
    ];
    private IReadOnlySet<object> chosen = new HashSet<object>();

    [Fact]
    public void The_first_cell_is_a_link_to_the_row()
    {
        var page = RenderTable();

        page.ByRole("link", "INV-2").GetAttribute("href").Should().Be("/billings/INV-2");
        page.AllByRole("row").Should().HaveCount(3);
    }

    [Fact]
    public void Headers_sort_by_links_that_keep_the_other_keys()
    {
        var page = RenderTable("http://localhost/billings?q=abadi&sort=number");

        page.ByRole("link", "Invoice No").GetAttribute("href").Should().Be("/billings?dir=desc&q=abadi&sort=number");
        page.AllByRole("columnheader").Select(h => h.GetAttribute("aria-sort")).Should().Equal(null, "ascending", null);
    }

    [Fact]
    public void Pages_are_links_that_keep_the_other_keys()
    {
        var page = RenderTable("http://localhost/billings?q=abadi&page=7", total: 1234);

        page.ByRole("link", "Next page").GetAttribute("href").Should().Be("/billings?page=8&q=abadi");
        page.ByRole("link", "Page 1").GetAttribute("href").Should().Be("/billings?q=abadi");
        page.ByRole("link", "Page 7").GetAttribute("aria-current").Should().Be("page");
        page.ByTestId("total").TextContent.Should().Be("151–175 of 1.234 invoices");
    }

    [Fact]
    public void A_total_that_nobody_counted_says_what_it_is_more_than()
    {
        var page = RenderTable("http://localhost/billings?q=abadi&page=40", total: 1000, more: true);

        page.ByTestId("total").TextContent.Should().Be("976–1.000 of more than 1.000 invoices");
        page.ByRole("link", "Next page").HasAttribute("href").Should().BeFalse();
    }

    [Fact]
    public void Another_page_size_starts_at_the_first_page()
    {
        var page = RenderTable("http://localhost/billings?q=abadi&page=7", total: 1234);
        page.ByLabel("Rows per page").Change("100");

        Services.GetService(typeof(NavigationManager)).Should().BeAssignableTo<NavigationManager>()
            .Which.Uri.Should().Be("http://localhost/billings?q=abadi&size=100");
    }

    [Fact]
    public void On_the_first_of_one_page_there_is_nothing_to_turn() => RenderTable().FindByRole("navigation").Should().BeNull();

    [Fact]
    public void Rows_are_checked_one_by_one_or_all_at_once()
    {
        var page = RenderTable();
        page.CheckRow("INV-2");
        chosen.Should().Equal(2L);
        page.FindComponent<PagedTable<Row>>().Render(p => p.Add(t => t.Checked, chosen));
        page.Markup.Should().Contain("1 checked");

        page.ByLabel("Check all rows on this page").Change(true);
        chosen.Should().BeEquivalentTo([1L, 2L]);
        page.FindComponent<PagedTable<Row>>().Render(p => p.Add(t => t.Checked, chosen));

        page.ByLabel("Check all rows on this page").Change(false);
        chosen.Should().BeEmpty();
    }

    [Fact]
    public void What_was_checked_on_another_page_stays_checked()
    {
        chosen = new HashSet<object> { 99L };
        RenderTable().ByLabel("Check all rows on this page").Change(true);

        chosen.Should().BeEquivalentTo([99L, 1L, 2L]);
    }

    [Fact]
    public void Another_page_stands_in_the_places_of_the_one_before()
    {
        var page = RenderTable();

        Turn(page);

        page.RowsOf().Should().Equal(" | INV-3 | 30", " | INV-4 | 40");
        page.FindAll("tbody tr").Select(r => r.GetAttribute("data-key")).Should().Equal("3", "4");
        page.CheckRow("INV-4");
        chosen.Should().Equal(4L);
    }

    [Fact]
    public void A_click_on_a_row_that_has_just_left_is_one_on_that_row()
    {
        var page = RenderTable();

        Turn(page);
        page.Find("[role=region]").TriggerEvent("onrowcheck", new RowCheckEventArgs { Key = "2", On = true });

        chosen.Should().Equal(2L);
    }

    [Fact]
    public void An_input_that_stands_for_no_row_checks_none()
    {
        RenderTable().Find("[role=region]").TriggerEvent("onrowcheck", new RowCheckEventArgs { On = true });

        chosen.Should().BeEmpty();
    }

    [Fact]
    public void Before_the_first_rows_it_says_that_it_is_busy()
    {
        var page = Show<PagedTable<Row>>(
            p => p.Add(t => t.Caption, "Billings").Add(t => t.Columns, Columns).Add(t => t.Key, r => r.Id).Add(t => t.Rows, null));

        page.ByRole("region", "Billings").GetAttribute("aria-busy").Should().Be("true");
    }

    [Fact]
    public void Without_rows_it_says_so()
    {
        var page = Show<PagedTable<Row>>(
            p => p.Add(t => t.Caption, "Billings").Add(t => t.Columns, Columns).Add(t => t.Key, r => r.Id).Add(t => t.Rows, []));

        page.ByRole("status").TextContent.Should().Contain("Nothing to show.");
        page.FindByRole("table").Should().BeNull();
    }

    private static void Turn(IRenderedComponent<Screen> page) => page.FindComponent<PagedTable<Row>>().Render(p => p
        .Add(t => t.Rows, [new(3, "INV-3", 30m), new(4, "INV-4", 40m)])
        .Add(t => t.Url, ListUrl.Of("http://localhost/billings?page=2")));

    private IRenderedComponent<Screen> RenderTable(
        string uri = "http://localhost/billings", long total = 2, bool more = false) => Show<PagedTable<Row>>(p => p
        .Add(t => t.Caption, "Billings")
        .Add(t => t.Noun, "invoice")
        .Add(t => t.Nouns, "invoices")
        .Add(t => t.Columns, Columns)
        .Add(t => t.Rows, Rows)
        .Add(t => t.Total, total)
        .Add(t => t.More, more)
        .Add(t => t.Key, r => r.Id)
        .Add(t => t.Url, ListUrl.Of(uri))
        .Add(t => t.RowLink, r => $"/billings/{r.Number}")
        .Add(t => t.Checked, chosen)
        .Add(t => t.CheckedActions, "<button>Cancel Billing</button>")
        .Add(t => t.CheckedChanged, keys => chosen = keys));

    public sealed record Row(long Id, string Number, decimal Total);
}
