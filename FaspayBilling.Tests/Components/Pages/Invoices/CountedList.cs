using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Invoices.Lists;
using FaspayBilling.Core.Live;
using FaspayBilling.Web.Components.Pages;
using FaspayBilling.Web.Components.Pages.Invoices;
using FaspayBilling.Web.Components.Ui.Tables;
using Microsoft.AspNetCore.Components;

namespace FaspayBilling.Tests.Components.Pages.Invoices;

/// <summary>What the Billing List reads, by the same page and handler, with a count of its readings.</summary>
internal sealed class CountedList : LivePage
{
    [Inject] public required ListBillings List { get; init; }

    [Parameter] public required string Address { get; set; }

    public int Reads { get; private set; }

    public bool OffersToRefresh => Stale;

    public IReadOnlyList<BillingRow> Rows { get; private set; } = [];

    protected override string Asked => Address;

    protected override async Task ReadAsync(Actor actor, CancellationToken stop)
    {
        Reads++;
        Rows = (await List.HandleAsync(actor, BillingTable.QueryOf(ListUrl.Of(Address)), stop)).Rows;
    }

    protected override ChangeImpact ConcernOf(LiveChange change) =>
        Rows.Any(r => change.Touches(HistorySubject.Invoice, r.Id)) ? ChangeImpact.Read : ChangeImpact.Hint;
}
