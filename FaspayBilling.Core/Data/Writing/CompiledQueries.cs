using System.Collections.Concurrent;

namespace FaspayBilling.Core.Data.Writing;

/// <summary>
/// Queries of the hot writes, compiled once. Of an object and not of a class: a compiled query belongs to one kind of database.
/// </summary>
internal sealed class CompiledQueries
{
    private readonly ConcurrentDictionary<Delegate, Delegate> compiled = new();

    /// <summary>The query that <paramref name="compile"/> makes, which is the same object at every call.</summary>
    public TQuery Of<TQuery>(Func<TQuery> compile)
        where TQuery : Delegate => (TQuery)compiled.GetOrAdd(compile, static (_, make) => make(), compile);
}
