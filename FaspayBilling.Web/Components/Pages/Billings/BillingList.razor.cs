using FaspayBilling.Core.Domain;
using FaspayBilling.Core.Domain.History;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Features.Billings;
using FaspayBilling.Core.Features.Settings;
using FaspayBilling.Core.Live;
using FaspayBilling.Web.Components.Dialogs;
using FaspayBilling.Web.Components.Ui;
using FaspayBilling.Web.Components.Ui.Fields;
using FaspayBilling.Web.Components.Ui.Tables;
using Microsoft.AspNetCore.Components;

namespace FaspayBilling.Web.Components.Pages.Billings;

/// <summary>The Billing List: find an invoice, act on it or on the checked ones. All of its state is in the address.</summary>
public sealed partial class BillingList
{
    private static readonly IReadOnlyList<Choice<InvoiceStatus?>> statuses =
        [new(null, "All statuses"), .. InvoiceStatuses.All.Select(s => new Choice<InvoiceStatus?>(s, s.Text()))];

    private static readonly IReadOnlyList<TableColumn<BillingRow>> allColumns =
    [
        new("Invoice No", r => r.Number) { Sort = nameof(BillingSort.InvoiceNo) },
        new("E-Faktur No", r => r.TaxNumber?.ToString() ?? Show.None) { Sort = nameof(BillingSort.TaxNumber) },
        new("Customer", r => r.Customer) { Sort = nameof(BillingSort.Customer), Cut = true },
        new("Invoice Date", r => Show.Day(r.InvoiceDate)) { Sort = nameof(BillingSort.InvoiceDate) },
        new("Due Date", r => Show.Due(r.Due)) { Sort = nameof(BillingSort.DueDate) },
        new("Total", r => Show.Rupiah(r.Total)) { Sort = nameof(BillingSort.Total), AlignEnd = true },
        new("Outstanding", r => Show.Rupiah(r.Outstanding)) { Sort = nameof(BillingSort.Outstanding), AlignEnd = true },
        new("Status", r => StatusChip.Of(r.Status)) { Sort = nameof(BillingSort.Status) },
    ];

    private IReadOnlyList<TableColumn<BillingRow>> columns = allColumns;
    private IReadOnlySet<object> chosen = new HashSet<object>();
    private BillingQuery query = new();
    private Page<BillingRow>? page;
    private InvoiceDialogs? dialogs;
    private InvoiceAction asked = InvoiceAction.Cancel;
    private bool asking;
    private bool printing;
    private bool asZip;
    private IReadOnlyList<string> toPrint = [];
    private bool module = true;

    [Inject] public required ListBillings List { get; init; }

    [Inject] public required ReadActions Actions { get; init; }

    [Inject] public required WriteInvoicePdfs Pdfs { get; init; }

    [CascadingParameter] public required ListUrl Url { get; set; }

    [CascadingParameter] public Shell? Shell { get; set; }

    private bool Filtered => query.Search.Length > 0 || query.Status is not null || query.From is not null || query.To is not null;

    private bool MayAct => Actor?.WhyNot(Role.Finance) is null;

    // Only who may act gets check boxes.
    private EventCallback<IReadOnlySet<object>> Choosing => MayAct
        ? EventCallback.Factory.Create<IReadOnlySet<object>>(this, set => chosen = set)
        : default;

    protected override async Task ReadAsync(Actor actor)
    {
        module = Shell?.EFakturModule ?? true;
        columns = module ? allColumns : [.. allColumns.Where(c => c.Sort != nameof(BillingSort.TaxNumber))];
        query = QueryOf(Url);
        page = await List.HandleAsync(actor, query, Stop);
        if (page.Number != Url.Page)
        {
            // The list became shorter than the address says.
            Navigation.NavigateTo(Url.WithPage(page.Number), replace: true);
        }
    }

    protected override Concern ConcernOf(LiveChange change) =>
        page is null || !change.Touches(HistorySubject.Invoice) ? Concern.None
        : page.Rows.Any(r => change.Touches(HistorySubject.Invoice, r.Id)) ? Concern.Read
        : Concern.Hint;

    private static BillingQuery QueryOf(ListUrl url) => new()
    {
        Search = url.Search ?? "",
        Status = Enum.TryParse<InvoiceStatus>(url[Key.Status], out var status) && Enum.IsDefined(status) ? status : null,
        From = url.Day(Key.From),
        To = url.Day(Key.To),
        Sort = Enum.TryParse<BillingSort>(url.Sort, out var sort) && Enum.IsDefined(sort) ? sort : BillingSort.InvoiceDate,
        Descending = url.Sort is null || url.Descending,
        Page = url.Page,
        Size = url.Size,
    };

    private async Task<IReadOnlyList<MenuItem>> MenuAsync(BillingRow row)
    {
        var offered = await Actions.HandleAsync(Actor!, row.Number, Stop);
        return offered.Ok ? dialogs!.MenuOf(offered.Value) : [];
    }

    private Task AskAsync(InvoiceAction action)
    {
        (asked, asking) = (action, true);
        return Task.CompletedTask;
    }

    private Task PrintAsync(bool zip)
    {
        (toPrint, asZip, printing) = ([.. chosen.Cast<string>()], zip, true);
        return Task.CompletedTask;
    }

    private Task<Outcome> WriteAsync(Stream file, IProgress<double> progress, CancellationToken stop) => Pdfs.HandleAsync(Actor!, toPrint, asZip, file, progress, stop);

    private async Task DoneAsync(InvoiceDone done)
    {
        if (done.Copy is { } copy)
        {
            Navigation.NavigateTo($"/billings/{copy}");
            return;
        }

        await RefreshAsync();
    }

    private async Task BulkDoneAsync()
    {
        chosen = new HashSet<object>();
        await RefreshAsync();
    }

    private static class Key
    {
        public const string Search = "q";
        public const string Status = "status";
        public const string From = "from";
        public const string To = "to";
    }
}
