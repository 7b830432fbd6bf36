using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace FaspayBilling.Tests.Data;

public sealed class ModelTests
{
    private static readonly SqliteBillingDb Sqlite =
        new(new DbContextOptionsBuilder<SqliteBillingDb>().UseSqlite("Data Source=unused.db").Options);
    private static readonly PostgresBillingDb Postgres =
        new(new DbContextOptionsBuilder<PostgresBillingDb>().UseNpgsql("Host=unused").Options);

    public static TheoryData<string> Both => ["Sqlite", "Postgres"];

    [Theory, MemberData(nameof(Both))]
    public void The_migrations_make_the_model_as_it_is_now(string provider) =>
        Db(provider).Database.HasPendingModelChanges().Should().BeFalse();

    [Theory, MemberData(nameof(Both))]
    public void Every_text_has_a_length(string provider) => Properties(provider)
        .Where(p => p.ClrType == typeof(string) && p.GetMaxLength() is null).Select(Name).Should().BeEmpty();

    [Theory, MemberData(nameof(Both))]
    public void Every_enum_is_stored_as_text(string provider) => Properties(provider)
        .Where(p => (Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType).IsEnum
            && p.FindTypeMapping()!.Converter?.ProviderClrType != typeof(string))
        .Select(Name).Should().BeEmpty();

    [Theory, MemberData(nameof(Both))]
    public void Every_version_is_a_concurrency_token(string provider) => Properties(provider)
        .Where(p => p.Name == "Version" && !p.IsConcurrencyToken).Select(Name).Should().BeEmpty();

    [Theory, MemberData(nameof(Both))]
    public void Every_row_with_a_merchant_is_limited_by_the_tenancy(string provider) => Db(provider).Model.GetEntityTypes()
        .Where(e => e.FindProperty("MerchantId") is not null && !typeof(IMerchantOwned).IsAssignableFrom(e.ClrType))
        .Select(e => e.ClrType.Name).Should().BeEmpty();

    private static BillingDb Db(string provider) => provider == "Sqlite" ? Sqlite : Postgres;

    private static IEnumerable<IProperty> Properties(string provider) =>
        Db(provider).Model.GetEntityTypes().SelectMany(e => e.GetProperties());

    private static string Name(IProperty property) => $"{property.DeclaringType.ClrType.Name}.{property.Name}";
}
