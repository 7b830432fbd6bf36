using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Tests.Architecture;

/// <summary>Pages and APIs get records of what they show, never a row of the database that they could change.</summary>
public sealed class RowsTests
{
    private static readonly IReadOnlyList<(string Name, Type Type)> Handed =
    [
        .. from type in typeof(Refusals).Assembly.GetExportedTypes()
           where type.FullName!.StartsWith("FaspayBilling.Core.Features.", StringComparison.Ordinal)
           from property in type.GetProperties()
           select ($"{type.FullName}.{property.Name}", property.PropertyType),
    ];

    [Fact]
    public void What_a_feature_hands_out_holds_no_entity()
    {
        // A scan that saw nothing would find nothing wrong.
        Handed.Should().HaveCountGreaterThan(200);
        Handed.Where(h => Named(h.Type).Any(t => typeof(IMerchantOwned).IsAssignableFrom(t))).Select(h => h.Name).Should().BeEmpty();
    }

    private static IEnumerable<Type> Named(Type type) =>
        type.HasElementType ? Named(type.GetElementType()!)
        : type.IsGenericType ? type.GetGenericArguments().SelectMany(Named)
        : [type];
}
