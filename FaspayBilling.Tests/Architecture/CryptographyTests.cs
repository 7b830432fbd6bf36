using System.Reflection;
using System.Security.Cryptography;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Web.Components.Ui.Fields;

namespace FaspayBilling.Tests.Architecture;

/// <summary>Which cryptography the product uses, and where: docs/inventories/keys.md says the same.</summary>
public sealed class CryptographyTests
{
    private static readonly IReadOnlyList<(string Type, MemberInfo Used)> Uses =
    [
        .. from assembly in new[] { typeof(Refusals).Assembly, typeof(MoneyText).Assembly }
           from type in assembly.GetTypes()
           from used in Code.UsedMembers(type)
           where used.DeclaringType is not null
           select (type.Written().FullName!, used),
    ];

    [Fact]
    public void Only_the_signature_that_Faspay_documents_is_made_with_a_hash_that_is_broken() =>
        UsersOf(u => u.DeclaringType == typeof(MD5) || u.DeclaringType == typeof(SHA1)
                || (u.DeclaringType == typeof(HashAlgorithmName) && u.Name is "get_MD5" or "get_SHA1"))
            .Should().Equal("FaspayBilling.Core.Domain.ApiAccess.BillingSignature");

    [Fact]
    public void Only_the_key_file_is_used_by_ciphers_of_ours_and_they_notice_a_change()
    {
        UsersOf(u => typeof(SymmetricAlgorithm).IsAssignableFrom(u.DeclaringType)
                || typeof(AsymmetricAlgorithm).IsAssignableFrom(u.DeclaringType))
            .Should().BeEmpty();
        UsersOf(u => u.DeclaringType == typeof(AesGcm))
            .Should().Equal("FaspayBilling.Core.Data.Keys.KeyFileDecryptor", "FaspayBilling.Core.Data.Keys.KeyFileEncryptor");
    }

    [Fact]
    public void Only_the_demo_draws_lots_that_can_be_guessed()
    {
        var users = UsersOf(u => u.DeclaringType == typeof(Random));

        // A scan that saw nothing would find nothing wrong.
        users.Should().NotBeEmpty().And.OnlyContain(name => name.StartsWith("FaspayBilling.Web.Demo.", StringComparison.Ordinal));
    }

    private static List<string> UsersOf(Func<MemberInfo, bool> which) =>
        [.. Uses.Where(u => which(u.Used)).Select(u => u.Type).Distinct().Order(StringComparer.Ordinal)];
}
