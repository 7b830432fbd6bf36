using FaspayBilling.Core.Domain;
using FaspayBilling.Core.Live;
using FaspayBilling.Web.Security;
using Microsoft.AspNetCore.Components;

namespace FaspayBilling.Web.Components.Pages;

/// <summary>A page that knows who looks at it, reads its data again when its address or its rows change, and stops with its tab.</summary>
public abstract class LivePage : ComponentBase, IDisposable
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource leaving = new();
    private readonly SemaphoreSlim turn = new(1, 1);
    private IDisposable? subscription;
    private bool reading;

    [Inject] public required CurrentActor Current { get; init; }

    [Inject] public required LiveChanges Live { get; init; }

    /// <summary>Who looks; null until the page knows.</summary>
    protected Actor? Actor { get; private set; }

    /// <summary>Ends waits when the page is left.</summary>
    protected CancellationToken Stop => leaving.Token;

    /// <summary>Something behind the list changed that no shown row says: the page offers to refresh.</summary>
    protected bool Stale { get; set; }

    public void Dispose()
    {
        subscription?.Dispose();
        leaving.Cancel();
        leaving.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Reads what the page shows.</summary>
    protected abstract Task ReadAsync(Actor actor);

    /// <summary>What a change means for this page.</summary>
    protected abstract Concern ConcernOf(LiveChange change);

    protected override async Task OnParametersSetAsync()
    {
        Actor ??= await Current.GetAsync();
        if (leaving.IsCancellationRequested)
        {
            return;
        }

        subscription ??= Live.Subscribe(Actor.MerchantId, Heard);
        await RefreshAsync();
    }

    /// <summary>Reads again, now.</summary>
    protected async Task RefreshAsync()
    {
        if (leaving.IsCancellationRequested)
        {
            return;
        }

        try
        {
            // One after the other: an older answer must not come after a newer one.
            await turn.WaitAsync(Stop);
            try
            {
                Stale = false;
                await ReadAsync(Actor!);
            }
            finally
            {
                turn.Release();
            }
        }
        catch (OperationCanceledException) when (leaving.IsCancellationRequested)
        {
            // The page was left while it read.
        }
    }

    // Called on the thread of whoever committed: everything happens on the page's own.
    private void Heard(LiveChange change) => _ = InvokeAsync(() => HearAsync(change));

    private async Task HearAsync(LiveChange change)
    {
        try
        {
            var concern = leaving.IsCancellationRequested ? Concern.None : ConcernOf(change);
            if (concern == Concern.Hint)
            {
                Stale = true;
                StateHasChanged();
            }
            else if (concern == Concern.Read && !reading)
            {
                // Changes of the next second are read together.
                reading = true;
                await Task.Delay(Pace, Stop);
                reading = false;
                await RefreshAsync();
                StateHasChanged();
            }
        }
        catch (OperationCanceledException) when (leaving.IsCancellationRequested)
        {
            // The page was left while it waited.
        }
        catch (Exception broken)
        {
            reading = false;
            await DispatchExceptionAsync(broken);
        }
    }
}
