using System.Security.Claims;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Live;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace FaspayBilling.Web.Security;

/// <summary>Ends an open page with its session, wherever and whyever that ends; what ended does not begin again.</summary>
internal sealed class CircuitAuthenticationStateProvider(SessionWatch watch, LiveChanges live)
    : ServerAuthenticationStateProvider, IHostEnvironmentAuthenticationStateProvider, IDisposable
{
    private WatchedPage? page;
    private IDisposable? subscription;
    private volatile bool ended;

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

    /// <summary>
    /// The framework's door: it says again who is there when a connection takes the page over, and that connection may be older than the
    /// session's end.
    /// </summary>
    void IHostEnvironmentAuthenticationStateProvider.SetAuthenticationState(Task<AuthenticationState> authenticationStateTask)
    {
        if (!ended)
        {
            SetAuthenticationState(authenticationStateTask);
        }

        // The end may have come in between.
        if (ended)
        {
            ShowNobody();
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

    private void End()
    {
        ended = true;
        ShowNobody();
    }

    private void ShowNobody() =>
        SetAuthenticationState(Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity()))));
}
