using System.Security.Claims;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Live;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace FaspayBilling.Web.Security;

/// <summary>Ends an open page with its session, wherever and whyever that ends.</summary>
internal sealed class CircuitAuthenticationStateProvider : ServerAuthenticationStateProvider, IDisposable
{
    private readonly SessionWatch watch;
    private readonly LiveChanges live;
    private WatchedPage? page;
    private IDisposable? subscription;

    public CircuitAuthenticationStateProvider(SessionWatch watch, LiveChanges live)
    {
        (this.watch, this.live) = (watch, live);
        AuthenticationStateChanged += Follow;
    }

    /// <summary>Notes a click or a key.</summary>
    public void Used(DateTime now)
    {
        if (page is not null)
        {
            page.UsedAt = now;
        }
    }

    public void Dispose()
    {
        AuthenticationStateChanged -= Follow;
        Leave();
    }

    private void Follow(Task<AuthenticationState> state)
    {
        Leave();
        if (state is { IsCompletedSuccessfully: true } && state.Result.User.ToActor() is { SessionId: { } session } actor)
        {
            page = new WatchedPage(session, End);
            watch.Add(page);
            subscription = live.Subscribe(actor.MerchantId, change =>
            {
                if (change.Touches(HistorySubject.Session, actor.UserId!.Value))
                {
                    _ = watch.LookAsync(CancellationToken.None);
                }
            });
        }
    }

    private void End() => SetAuthenticationState(Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity()))));

    private void Leave()
    {
        subscription?.Dispose();
        if (page is not null)
        {
            watch.Remove(page);
        }

        (page, subscription) = (null, null);
    }
}
