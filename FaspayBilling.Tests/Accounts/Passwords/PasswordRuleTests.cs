using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Accounts.Passwords;
using FaspayBilling.Tests.Support.Web;

namespace FaspayBilling.Tests.Accounts.Passwords;

public sealed class PasswordRuleTests
{
    private static readonly PasswordOwner Owner = new("Dewi Anggraini", "dewi.a@majujaya.example", "PT Maju Jaya 2", "MJY")
    {
        Old = "Old-Secret-77",
    };

    [Theory]
    [InlineData(DemoAccess.Password)]
    [InlineData("Another-2026")]
    [InlineData("Kata sandi yang panjang 1")]
    [InlineData("only small letters")]
    [InlineData("1029384756102")]
    [InlineData("rahasia saya & dewi")]
    [InlineData("viewer of the sea")]
    [InlineData("密码是一个很长的句子")]
    public void A_good_password_is_taken_whatever_letters_it_is_made_of(string password) =>
        PasswordRule.WhyNot(password, Owner).Should().BeNull();

    [Theory]
    [InlineData("")]
    [InlineData("Abc-efgh1")]
    [InlineData("   x-y-z-1   ")]
    [InlineData("🧾🧾🧾🧾🧾")]
    public void Below_ten_characters_it_is_too_short(string password) =>
        PasswordRule.WhyNot(password, Owner).Should().Be(UserRefusals.UserPasswordShort);

    [Fact]
    public void A_password_that_would_take_long_to_hash_is_refused()
    {
        PasswordRule.WhyNot(new string('A', 127) + "b", Owner).Should().BeNull();
        PasswordRule.WhyNot(new string('A', 128) + "b", Owner).Should().Be(UserRefusals.UserPasswordLong);
    }

    [Theory]
    [InlineData("Password123")]
    [InlineData("PASSWORD123")]
    [InlineData(" password123 ")]
    [InlineData("1234567890")]
    [InlineData("qwertyuiop")]
    [InlineData("1q2w3e4r5t")]
    [InlineData("bismillah1")]
    public void One_of_the_100_000_that_are_used_most_is_refused(string password) =>
        PasswordRule.WhyNot(password, Owner).Should().Be(UserRefusals.UserPasswordCommon);

    [Theory]
    [InlineData("dewi anggraini")]
    [InlineData("DewiAnggraini1")]
    [InlineData("dewi.a@majujaya.example")]
    [InlineData("Dewi.A-2026!")]
    [InlineData("PT Maju Jaya 2")]
    [InlineData("ptmajujaya2026")]
    [InlineData("2026-MJY-2026")]
    [InlineData("Viewer1234")]
    [InlineData("!!finance-01")]
    [InlineData("Administrator-1")]
    [InlineData("Faspay-2026")]
    [InlineData("FaspayBilling#1")]
    public void What_whoever_knows_the_user_tries_first_is_refused(string password) =>
        PasswordRule.WhyNot(password, Owner).Should().Be(UserRefusals.UserPasswordOwn);

    [Theory]
    [InlineData("Old-Secret-77")]
    [InlineData("old-secret-77 ")]
    public void The_old_one_is_refused(string password) =>
        PasswordRule.WhyNot(password, Owner).Should().Be(UserRefusals.UserPasswordOld);

    [Fact]
    public void Somebody_without_a_name_yet_is_refused_nothing_for_it() =>
        PasswordRule.WhyNot("2026-2026-2026", new PasswordOwner("", "", "", "")).Should().BeNull();
}
