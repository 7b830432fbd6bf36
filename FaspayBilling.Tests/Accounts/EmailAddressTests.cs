using FaspayBilling.Core.Accounts;

namespace FaspayBilling.Tests.Accounts;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("finance@example.co.id")]
    [InlineData("o'neil+faktur@pajak.example")]
    [InlineData("budi@xn--bcher-kva.example")]
    public void An_address_is_taken(string text) => EmailAddress.IsValid(text).Should().BeTrue();

    [Theory]
    [InlineData("")]
    [InlineData("nobody")]
    [InlineData("a@b")]
    [InlineData("a@b..example")]
    [InlineData("a@-b.example")]
    [InlineData("a@b.example, c@d.example")]
    [InlineData("Ada <a@b.example>")]
    [InlineData("a b@c.example")]
    [InlineData("a@b@c.example")]
    [InlineData(".a@b.example")]
    [InlineData("a.@b.example")]
    [InlineData("a..b@c.example")]
    [InlineData("@b.example")]
    [InlineData("a@b.example\r\nBcc: c@d.example")]
    public void Anything_else_is_not(string text) => EmailAddress.IsValid(text).Should().BeFalse();

    [Fact]
    public void Case_makes_no_other_address() =>
        EmailAddress.Normalized(" Ada@Example.COM ").Should().Be(EmailAddress.Normalized("ada@example.com"));
}
