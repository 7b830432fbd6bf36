using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Outbox;
using FaspayBilling.Web.Components.Ui;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace FaspayBilling.Web.Components.Pages.Outbox;

/// <summary>The callbacks after payments: what waits, what was delivered, what failed and why.</summary>
public sealed partial class Callbacks
{
    [Inject] public required ListCallbacks ListCallbacks { get; init; }
    [Inject] public required ReadCallback ReadCallback { get; init; }
    [Inject] public required RepeatCallback RepeatCallback { get; init; }

    protected override HistorySubject Subject => HistorySubject.Callback;

    protected override long KeyOf(CallbackRow row) => row.Id;

    protected override Task<Page<CallbackRow>> ListAsync(Actor actor, CancellationToken stop) =>
        ListCallbacks.HandleAsync(
            actor, new CallbackQuery { Search = Url.Search ?? "", State = State, Page = Url.Page, Size = Url.Size }, stop);

    protected override Task<Outcome<CallbackText>> OpenAsync(Actor actor, long key, CancellationToken stop) =>
        ReadCallback.HandleAsync(actor, key, stop);

    protected override Task<Outcome> SendAgainAsync(Actor actor, long key, CancellationToken stop) =>
        RepeatCallback.HandleAsync(actor, key, stop);

    protected override IEnumerable<MenuItem> MenuOf(CallbackRow row) =>
    [
        View(row, T("View")),
        .. Repeat(row, T("Try again"), Icons.Material.Outlined.Refresh, RepeatCallback.WhyNot(row.State)),
    ];
}
