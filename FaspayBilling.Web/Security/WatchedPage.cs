namespace FaspayBilling.Web.Security;

/// <summary>One open page, or one answer under way, and the session that it lives by.</summary>
/// <param name="sessionId">The session.</param>
/// <param name="end">Ends it, on whatever thread; called at most once, and never after <see cref="Leave"/>.</param>
public sealed class WatchedPage(long sessionId, Action end)
{
    private readonly Lock gate = new();
    private bool gone;

    public long SessionId => sessionId;

    /// <summary>Its session is over.</summary>
    public void End()
    {
        lock (gate)
        {
            if (!gone)
            {
                gone = true;
                end();
            }
        }
    }

    /// <summary>It went by itself. A request's context serves the next request then, which must not be ended in its place.</summary>
    public void Leave()
    {
        lock (gate)
        {
            gone = true;
        }
    }
}
