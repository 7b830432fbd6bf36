using FaspayBilling.Core.Accounts;
using FaspayBilling.Tests.Support.Web;

namespace FaspayBilling.Tests.Accounts;

public sealed class PasswordRuleTests
{
    [Theory]
    [InlineData(DemoAccess.Password)]
    [InlineData("Abcdefghi1")]
    [InlineData("Kata sandi yang panjang 1")]
    public void A_good_password_is_taken(string password) => PasswordRule.WhyNot(password).Should().BeNull();

    [Theory]
    [InlineData("Abcdefgh1", "The password needs at least 10 characters.")]
    [InlineData("abcdefghi1", "The password needs a capital letter.")]
    [InlineData("ABCDEFGHI1", "The password needs a small letter.")]
    [InlineData("Abcdefghij", "The password needs a digit.")]
    [InlineData("", "The password needs at least 10 characters, a capital letter, a small letter, a digit.")]
    public void What_is_missing_is_named(string password, string sentence) =>
        (PasswordRule.WhyNot(password) is { } no ? (no.Code, no.Sentence(), no.Field) : default)
            .Should().Be(("user.password", sentence, "Password"));

    [Fact]
    public void A_password_that_would_take_long_to_hash_is_refused() =>
        PasswordRule.WhyNot(new string('A', 129) + "a1")!.Code.Should().Be("user.password");
}
