using FaspayBilling.Web.Components.Ui.Tables;

namespace FaspayBilling.Tests.Components.Ui;

public sealed class ListUrlTests
{
    private static readonly ListUrl Full =
        ListUrl.Of("http://localhost/billings?q=abadi&status=Paid&from=2023-02-01&sort=total&dir=desc&page=4&size=50");

    [Fact]
    public void It_reads_what_the_address_says()
    {
        Full.Should().BeEquivalentTo(new { Page = 4, Size = 50, Sort = "total", Descending = true, Search = "abadi" });
        Full["status"].Should().Be("Paid");
        Full.Day("from").Should().Be(new DateOnly(2023, 2, 1));
    }

    [Theory]
    [InlineData("?page=0&size=7")]
    [InlineData("?page=-1&size=1000")]
    [InlineData("?page=abc&size=")]
    [InlineData("")]
    public void Nonsense_reads_as_the_first_page_of_25(string query)
    {
        var url = ListUrl.Of("http://localhost/billings" + query);

        url.Page.Should().Be(1);
        url.Size.Should().Be(25);
    }

    [Fact]
    public void A_page_link_keeps_every_other_key() =>
        Full.WithPage(5).Should().Be("/billings?dir=desc&from=2023-02-01&page=5&q=abadi&size=50&sort=total&status=Paid");

    [Theory]
    [InlineData("", 1, "/billings")]
    [InlineData("?page=7", 1, "/billings")]
    [InlineData("", 2, "/billings?page=2")]
    [InlineData("?dir=desc&page=7", 1, "/billings?dir=desc")]
    [InlineData("?dir=desc", 3, "/billings?dir=desc&page=3")]
    [InlineData("?page=7&q=a%26b", 1, "/billings?q=a%26b")]
    [InlineData("?page=7&q=a%26b", 12, "/billings?page=12&q=a%26b")]
    public void A_page_stands_in_the_address_by_its_name_and_the_first_not_at_all(string query, int page, string address) =>
        ListUrl.Of("http://localhost/billings" + query).WithPage(page).Should().Be(address);

    [Fact]
    public void A_changed_filter_starts_at_the_first_page() =>
        Full.With("status", null).Should().Be("/billings?dir=desc&from=2023-02-01&q=abadi&size=50&sort=total");

    [Fact]
    public void Sorting_turns_round_when_it_is_so_already()
    {
        ListUrl.Of("http://localhost/billings?sort=total").WithSort("total").Should().Be("/billings?dir=desc&sort=total");
        Full.WithSort("total").Should().NotContain("dir=").And.Contain("sort=total");
        Full.WithSort("number").Should().NotContain("dir=").And.Contain("sort=number");
    }

    [Fact]
    public void Odd_characters_survive_the_way_through_the_address()
    {
        var link = Full.With("q", "PT A&B + 100% ü");

        ListUrl.Of("http://localhost" + link).Search.Should().Be("PT A&B + 100% ü");
    }
}
