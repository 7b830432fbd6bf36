using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Live;
using FaspayBilling.Web.Components.Ui;
using FaspayBilling.Web.Components.Ui.Dialogs;
using FaspayBilling.Web.Components.Ui.Fields;
using FaspayBilling.Web.Components.Ui.Tables;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace FaspayBilling.Web.Components.Pages.Outbox;

/// <summary>A list of what leaves by its state; each row can be opened, and what left or failed can be sent again.</summary>
public abstract class OutboxPage<TState, TRow, TOpened> : LivePage
    where TState : struct, Enum
    where TRow : class
    where TOpened : class
{
    private const string StateKey = "state";

    [CascadingParameter] public required ListUrl Url { get; set; }

    /// <summary>What is listed, and what a change of it is called.</summary>
    protected abstract HistorySubject Subject { get; }

    /// <summary>The rows of the page; null until they were read.</summary>
    protected Page<TRow>? Listed { get; private set; }

    /// <summary>What was opened; null while nothing is.</summary>
    protected TOpened? Opened { get; private set; }

    /// <summary>Why the last one could not be opened.</summary>
    protected Outcome? Unopened { get; private set; }

    /// <summary>The row that is to be sent again, while that is asked; null otherwise.</summary>
    protected TRow? Again { get; private set; }

    /// <summary>Which state the address asks for; null for all.</summary>
    protected TState? State => Enum.TryParse<TState>(Url[StateKey], out var state) && Enum.IsDefined(state) ? state : null;

    protected static IReadOnlyList<Choice<TState?>> ChoicesOf(Func<TState, string> text) =>
        [new(null, T("All")), .. Enum.GetValues<TState>().Select(s => new Choice<TState?>(s, text(s)))];

    protected abstract long KeyOf(TRow row);

    protected abstract Task<Page<TRow>> ListAsync(Actor actor, CancellationToken stop);

    protected abstract Task<Outcome<TOpened>> OpenAsync(Actor actor, long key, CancellationToken stop);

    protected abstract Task<Outcome> SendAgainAsync(Actor actor, long key, CancellationToken stop);

    /// <summary>What a row's menu holds; its entries are made by <see cref="View"/> and <see cref="Repeat"/>.</summary>
    protected abstract IEnumerable<MenuItem> MenuOf(TRow row);

    protected sealed override async Task ReadAsync(Actor actor, CancellationToken stop) => Listed = await ListAsync(actor, stop);

    // A first one needs no asking: there is nothing that could move.
    protected sealed override ChangeImpact ConcernOf(LiveChange change) =>
        Listed is null || !change.Touches(Subject) ? ChangeImpact.None
        : Listed.Rows.Count == 0 || Listed.Rows.Any(r => change.Touches(Subject, KeyOf(r))) ? ChangeImpact.Read
        : ChangeImpact.Hint;

    protected Task<IReadOnlyList<MenuItem>> MenuAsync(TRow row) => Task.FromResult<IReadOnlyList<MenuItem>>([.. MenuOf(row)]);

    protected MenuItem View(TRow row, string text) =>
        new(text, this.Then(() => ViewAsync(KeyOf(row)))) { Icon = Icons.Material.Outlined.Visibility };

    /// <summary>No entry for who may not send, and for what its state keeps from being sent again.</summary>
    protected IEnumerable<MenuItem> Repeat(TRow row, string text, string icon, Refusal? whyNot) =>
        (Actor!.WhyNot(Role.Finance) ?? whyNot) is null ? [new(text, this.Then(() => Again = row)) { Icon = icon }] : [];

    protected void Choose(TState? state) => Navigation.NavigateTo(Url.With(StateKey, state?.ToString()));

    protected void Close() => Opened = null;

    protected void AskNoMore() => Again = null;

    protected Task<Outcome> RepeatAsync(Submission sent) => SendAgainAsync(sent.By(Actor!), KeyOf(Again!), Stop);

    private async Task ViewAsync(long key)
    {
        var found = await OpenAsync(Actor!, key, Stop);
        (Opened, Unopened) = (found.Ok ? found.Value : null, found.Ok ? null : found);
    }
}
