using System.Security.Claims;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Live;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace FaspayBilling.Web.Security;

/// <summary>Ends an open page with its session, wherever and whyever that ends.</summary>
internal sealed class CircuitAuthenticationStateProvider(SessionWatch watch, LiveChanges live)
    : ServerAuthenticationStateProvider, IDisposable
{
    private WatchedPage? page;
    private IDisposable? subscription;

    /// <summary>Called when a page stays open; a request that is answered and gone is asked by its cookie alone.</summary>
    public async Task FollowAsync()
    {
        if ((await GetAuthenticationStateAsync()).User.ToActor() is { SessionId: { } session } actor)
        {
            page = new WatchedPage(session, End);
            watch.Add(page);
            subscription = live.Subscribe(actor.MerchantId, change =>
            {
                if (change.Touches(HistorySubject.Session, actor.UserId!.Value))
                {
                    watch.LookSoon();
                }
            });
        }
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
        subscription?.Dispose();
        if (page is not null)
        {
            watch.Remove(page);
        }
    }

    private void End() => SetAuthenticationState(Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity()))));
}
