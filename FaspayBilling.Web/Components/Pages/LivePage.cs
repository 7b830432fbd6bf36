using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Live;
using FaspayBilling.Web.Security;
using Microsoft.AspNetCore.Components;

namespace FaspayBilling.Web.Components.Pages;

/// <summary>A page that knows who looks at it, reads its data again when its address or its rows change, and stops with its tab.</summary>
public abstract class LivePage : AnsweredComponent, IDisposable
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource leaving = new();
    private readonly SemaphoreSlim turn = new(1, 1);
    private CancellationTokenSource? current;
    private IDisposable? subscription;
    private NewDay? newDay;
    private string? shown;
    private bool reading;
    private int refreshes;

    protected LivePage() => Stop = leaving.Token;

    [Inject] public required CurrentActor Current { get; init; }

    [Inject] public required LiveChanges Live { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [Inject] public required TimeProvider Clock { get; init; }

    /// <summary>The signed-in actor; null until loaded.</summary>
    protected Actor? Actor { get; private set; }

    /// <summary>Cancelled when the page is left; what still runs then may ask it, though its source is gone.</summary>
    protected CancellationToken Stop { get; }

    /// <summary>Something behind the list changed that no shown row says: the page offers to refresh.</summary>
    protected bool Stale { get; set; }

    /// <summary>How many changes of the merchant were heard: what was counted before the last one may be out of date.</summary>
    protected int Changes { get; private set; }

    /// <summary>Another after each change that was heard and each refresh (it makes good what was missed); the same after a turn.</summary>
    protected object Seen => (Changes, refreshes);

    public void Dispose()
    {
        subscription?.Dispose();
        newDay?.Dispose();
        current?.Cancel();
        leaving.Cancel();
        leaving.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Reads what the page shows; a newer address cancels it.</summary>
    protected abstract Task ReadAsync(Actor actor, CancellationToken stop);

    /// <summary>What decides about what is read: the address, unless a page takes more from elsewhere.</summary>
    protected virtual string Asked => Navigation.Uri;

    /// <summary>True where what is read depends on Jakarta's day: the page reads again when a new one begins.</summary>
    protected virtual bool FollowsTheDay => false;

    /// <summary>What a change means for this page.</summary>
    protected abstract ChangeImpact ConcernOf(LiveChange change);

    protected override async Task OnParametersSetAsync()
    {
        Actor ??= await Current.GetAsync();
        if (leaving.IsCancellationRequested)
        {
            return;
        }

        subscription ??= Live.Subscribe(Actor.MerchantId, Heard);
        newDay ??= FollowsTheDay ? new NewDay(Clock, () => _ = InvokeAsync(ReadTheNewDayAsync)) : null;

        // Set again with the same address, a page has nothing new to read.
        if (shown != Asked)
        {
            shown = Asked;
            await ReadNowAsync();
        }
    }

    /// <summary>Reads everything again, now; what was being read is no longer wanted.</summary>
    protected Task RefreshAsync()
    {
        refreshes++;
        return ReadNowAsync();
    }

    private async Task ReadNowAsync()
    {
        if (leaving.IsCancellationRequested)
        {
            return;
        }

        current?.Cancel();
        var mine = current = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        try
        {
            // One after the other: an older answer must not come after a newer one.
            await turn.WaitAsync(mine.Token);
            try
            {
                Stale = false;
                await Database.ReadAsync(() => ReadAsync(Actor!, mine.Token), mine.Token);
            }
            finally
            {
                turn.Release();
            }
        }
        catch (Exception) when (mine.IsCancellationRequested)
        {
            // The page was left, or asked for something else, while it read.
        }
        finally
        {
            if (current == mine)
            {
                current = null;
            }

            mine.Dispose();
        }
    }

    private async Task ReadTheNewDayAsync()
    {
        try
        {
            await RefreshAsync();
            StateHasChanged();
        }
        catch (Exception broken)
        {
            await DispatchExceptionAsync(broken);
        }
    }

    // Called on the thread of whoever committed, who must not wait for what others' pages render.
    private void Heard(LiveChange change) => _ = Task.Run(() => InvokeAsync(() => HearAsync(change)));

    private async Task HearAsync(LiveChange change)
    {
        Changes++;
        try
        {
            var concern = leaving.IsCancellationRequested ? ChangeImpact.None : ConcernOf(change);
            if (concern == ChangeImpact.Hint && !Stale)
            {
                Stale = true;
                StateHasChanged();
            }
            else if (concern == ChangeImpact.Read && !reading)
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
