using FaspayBilling.Core.Domain.ApiAccess;

namespace FaspayBilling.Tests.Domain.ApiAccess;

public sealed class BillingSignatureTests
{
    [Theory]
    [InlineData("demo-fpy", "Demo-Billing-2026", "76816233c2b4e08a592f3b590c10d9e4b6c17a12")]
    [InlineData("", "", "67a74306b06d0c01624fe0d0249a570f4d093747")]
    public void It_is_the_sha1_of_the_hex_text_of_the_md5(string username, string password, string signature) =>
        BillingSignature.Of(username, password).Should().Be(signature);

    [Theory]
    [InlineData("76816233c2b4e08a592f3b590c10d9e4b6c17a12", true)]
    [InlineData("0123456789ABCDEF0123456789ABCDEF01234567", false)]
    [InlineData("0123456789abcdef0123456789abcdef0123456", false)]
    [InlineData("0123456789abcdef0123456789abcdef0123456 ", false)]
    [InlineData("", false)]
    public void Only_forty_lower_case_hex_digits_are_one(string text, bool isOne) => BillingSignature.IsOne(text).Should().Be(isOne);

    [Fact]
    public void The_keyed_hash_depends_on_the_signature_and_on_the_secret()
    {
        var one = BillingSignature.Of("a", "b");
        var other = BillingSignature.Of("a", "c");

        new[] { BillingSignature.KeyedHash(one, "x"), BillingSignature.KeyedHash(one, "y"), BillingSignature.KeyedHash(other, "x") }
            .Should().OnlyHaveUniqueItems();
        BillingSignature.KeyedHash(one, "x").Should().Be(BillingSignature.KeyedHash(one, "x")).And.HaveLength(64);
    }

    [Fact]
    public void A_secret_matches_its_own_hash_only()
    {
        var secret = ApiSecret.New(40);

        secret.Should().HaveLength(40).And.NotBe(ApiSecret.New(40));
        ApiSecret.Matches(secret, ApiSecret.Hash(secret)).Should().BeTrue();
        ApiSecret.Matches(secret + " ", ApiSecret.Hash(secret)).Should().BeFalse();
    }
}
