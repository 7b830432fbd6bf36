using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.Tenancy;

/// <summary>How a handler is called for the things of an estate.</summary>
/// <param name="Handler">Its type.</param>
/// <param name="Needs">The role it asks for.</param>
/// <param name="Names">It is told which row; otherwise it acts on whatever the actor's merchant has.</param>
/// <param name="RunAsync">The call, by any actor.</param>
internal sealed record HandlerCall(Type Handler, Role Needs, bool Names, Func<TestDb, TenantFixture, Actor, Task<object?>> RunAsync)
{
    /// <summary>A handler that is told which row.</summary>
    public static HandlerCall On<T>(Role needs, Func<T, TenantFixture, Actor, Task<object?>> run)
        where T : notnull => new(typeof(T), needs, true, (db, estate, actor) => run(db.Get<T>(), estate, actor));

    /// <summary>A handler that acts on the actor's merchant as a whole.</summary>
    public static HandlerCall Own<T>(Role needs, Func<T, Actor, Task<object?>> run)
        where T : notnull => new(typeof(T), needs, false, (db, _, actor) => run(db.Get<T>(), actor));
}
