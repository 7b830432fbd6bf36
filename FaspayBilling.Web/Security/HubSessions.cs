using Microsoft.AspNetCore.SignalR;

namespace FaspayBilling.Web.Security;

/// <summary>
/// A connection keeps the user it was made with, however long it stays open. So what begins, takes over or changes a page over it asks
/// whether that user's session still holds; who is not signed in has none to lose.
/// </summary>
public sealed class HubSessions(SessionCookie sessions) : IHubFilter
{
    private static readonly HashSet<string> Asked =
        new(StringComparer.Ordinal) { "StartCircuit", "ConnectCircuit", "ResumeCircuit", "UpdateRootComponents" };

    /// <summary>Ends the connection of an ended session, and refuses with a <see cref="HubException"/>.</summary>
    public async ValueTask<object?> InvokeMethodAsync(
        HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        if (Asked.Contains(invocationContext.HubMethodName)
            && invocationContext.Context.User is { Identity.IsAuthenticated: true } user
            && !await sessions.HoldsAsync(user))
        {
            invocationContext.Context.Abort();
            throw new HubException("The session has ended.");
        }

        return await next(invocationContext);
    }
}
