using FaspayBilling.Core.Domain.Customers;

namespace FaspayBilling.Tests.Domain.Customers;

public sealed class CustomerEmailsTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData(" ;\n, ", "")]
    [InlineData("a@x.example", "a@x.example")]
    [InlineData("a@x.example;b@x.example", "a@x.example|b@x.example")]
    [InlineData(" a@x.example \r\n b@x.example,c@x.example ;", "a@x.example|b@x.example|c@x.example")]
    [InlineData("a@x.example; A@X.example", "a@x.example")]
    public void Addresses_are_read_one_a_line_or_separated_and_none_twice(string typed, string addresses) =>
        string.Join('|', CustomerEmails.Of(typed)).Should().Be(addresses);

    [Theory]
    [InlineData("", "", "")]
    [InlineData("a@x.example", "a@x.example", "a@x.example")]
    [InlineData("a@x.example;b@x.example;c@x.example", "a@x.example", "a@x.example +2")]
    public void Where_there_is_room_for_one_the_first_is_shown_and_how_many_more(string stored, string first, string shown) =>
        (CustomerEmails.First(stored), CustomerEmails.Shown(stored)).Should().Be((first, shown));

    [Fact]
    public void Ten_of_the_longest_fit() =>
        CustomerEmails.Text(Enumerable.Range('a', 10).Select(c => new string((char)c, CustomerEmails.LongestAddress)))
            .Should().HaveLength(CustomerEmails.Longest);

    [Fact]
    public void The_one_that_is_wrong_is_named()
    {
        var refusal = CustomerRules.WhyNot(
            GoodCustomer.Company with { Email = "a@x.example;nobody;b@x.example" },
            a => a.Contains('@', StringComparison.Ordinal)).Single();

        refusal.Sentence().Should().Be("“nobody” is none. Enter an e-mail address, e.g. finance@example.co.id; several one a line.");
    }
}
