using FaspayBilling.Core.Domain;
using FaspayBilling.Core.Domain.Callbacks;
using FaspayBilling.Core.Domain.History;
using FaspayBilling.Core.Features.Callbacks;
using FaspayBilling.Core.Live;
using FaspayBilling.Web.Components.Ui;
using FaspayBilling.Web.Components.Ui.Tables;
using Microsoft.AspNetCore.Components;

namespace FaspayBilling.Web.Components.Pages.Mail;

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
    [Inject] public required NavigationManager Navigation { get; init; }

    [CascadingParameter] public required ListUrl Url { get; set; }

    private CallbackState? State => Enum.TryParse<CallbackState>(Url[StateKey], out var state) && Enum.IsDefined(state) ? state : null;

    protected override async Task ReadAsync(Actor actor) =>
        page = await List.HandleAsync(actor, new CallbackQuery { State = State, Page = Url.Page, Size = Url.Size }, Stop);

    // A first callback needs no asking: there is nothing that could move.
    protected override Concern ConcernOf(LiveChange change) =>
        page is null || !change.Touches(HistorySubject.Callback) ? Concern.None
        : page.Rows.Count == 0 || page.Rows.Any(r => change.Touches(HistorySubject.Callback, r.Id)) ? Concern.Read
        : Concern.Hint;

    private Task<IReadOnlyList<MenuItem>> ActionsAsync(CallbackRow row)
    {
        var view = new MenuItem("View", this.Then(() => ViewAsync(row.Id))) { Icon = IconName.Eye };
        var repeat = new MenuItem("Try again", this.Then(() => again = row)) { Icon = IconName.Refresh };
        var mayRepeat = Actor!.WhyNot(Role.Finance) is null && RepeatCallback.WhyNot(row.State) is null;
        return Task.FromResult<IReadOnlyList<MenuItem>>(mayRepeat ? [view, repeat] : [view]);
    }

    private async Task ViewAsync(long id)
    {
        var found = await ReadCallback.HandleAsync(Actor!, id, Stop);
        (read, unread) = (found.Ok ? found.Value : null, found.Ok ? null : found);
    }

    private Task<Outcome> RepeatAsync() => Repeat.HandleAsync(Actor!, again!.Id, Stop);
}
