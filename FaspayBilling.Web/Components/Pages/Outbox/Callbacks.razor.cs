using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Outbox;
using FaspayBilling.Core.Live;
using FaspayBilling.Core.Outbox.Callbacks;
using FaspayBilling.Web.Components.Ui;
using FaspayBilling.Web.Components.Ui.Dialogs;
using FaspayBilling.Web.Components.Ui.Tables;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace FaspayBilling.Web.Components.Pages.Outbox;

/// <summary>The callbacks after payments: what waits, what was delivered, what failed and why.</summary>
public sealed partial class Callbacks
{
    private const string StateKey = "state";

    private Page<CallbackRow>? page;
    private CallbackText? read;
    private Outcome? unread;
    private CallbackRow? again;

    [Inject] public required ListCallbacks List { get; init; }
    [Inject] public required ReadCallback ReadCallback { get; init; }
    [Inject] public required RepeatCallback Repeat { get; init; }
    [CascadingParameter] public required ListUrl Url { get; set; }

    private CallbackState? State => Enum.TryParse<CallbackState>(Url[StateKey], out var state) && Enum.IsDefined(state) ? state : null;

    protected override async Task ReadAsync(Actor actor, CancellationToken stop) =>
        page = await List.HandleAsync(actor, new CallbackQuery { State = State, Page = Url.Page, Size = Url.Size }, stop);

    // A first callback needs no asking: there is nothing that could move.
    protected override ChangeImpact ConcernOf(LiveChange change) =>
        page is null || !change.Touches(HistorySubject.Callback) ? ChangeImpact.None
        : page.Rows.Count == 0 || page.Rows.Any(r => change.Touches(HistorySubject.Callback, r.Id)) ? ChangeImpact.Read
        : ChangeImpact.Hint;

    private Task<IReadOnlyList<MenuItem>> ActionsAsync(CallbackRow row)
    {
        var view = new MenuItem(T("View"), this.Then(() => ViewAsync(row.Id))) { Icon = Icons.Material.Outlined.Visibility };
        var repeat = new MenuItem(T("Try again"), this.Then(() => again = row)) { Icon = Icons.Material.Outlined.Refresh };
        var mayRepeat = Actor!.WhyNot(Role.Finance) is null && RepeatCallback.WhyNot(row.State) is null;
        return Task.FromResult<IReadOnlyList<MenuItem>>(mayRepeat ? [view, repeat] : [view]);
    }

    private async Task ViewAsync(long id)
    {
        var found = await ReadCallback.HandleAsync(Actor!, id, Stop);
        (read, unread) = (found.Ok ? found.Value : null, found.Ok ? null : found);
    }

    private Task<Outcome> RepeatAsync(Submission sent) => Repeat.HandleAsync(sent.By(Actor!), again!.Id, Stop);
}
