using FaspayBilling.Tests.Architecture;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer("FaspayBilling.Tests.Architecture." + nameof(LastInOrder), "FaspayBilling.Tests")]

namespace FaspayBilling.Tests.Architecture;

/// <summary>Tests of this collection run after all others.</summary>
[CollectionDefinition(nameof(Last), DisableParallelization = true)]
public sealed class Last;

/// <summary>Puts <see cref="Last"/> behind the other collections that run alone; those run after the ones in parallel.</summary>
public sealed class LastInOrder : ITestCollectionOrderer
{
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> collections) =>
        collections.OrderBy(c => c.DisplayName == nameof(Last));
}
