using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Actions;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Invoices.Lists;
using FaspayBilling.Core.Features.Invoices.Pdf;
using FaspayBilling.Core.Features.Settings;
using FaspayBilling.Core.Live;
using FaspayBilling.Web.Components.Pages.Invoices.Dialogs;
using FaspayBilling.Web.Components.Ui;
using FaspayBilling.Web.Components.Ui.Tables;
using Microsoft.AspNetCore.Components;

namespace FaspayBilling.Web.Components.Pages.Invoices;

/// <summary>The rows of the Billing List: act on one or on the checked ones. What is shown is said by the address.</summary>
public sealed partial class BillingTable
{
    private readonly IReadOnlyList<TableColumn<BillingRow>> allColumns =
    [
        new(T("Invoice No"), r => r.Number) { Sort = nameof(BillingSort.InvoiceNo), Mark = r => TypeMark.Of(r.Type) },
        new(T("E-Faktur No"), r => r.TaxNumber?.ToString() ?? Format.None)
        {
            Sort = nameof(BillingSort.TaxNumber),
            Phone = PhoneCell.Bare,
            Extra = true
        },
        new(T("Customer"), r => r.Customer) { Sort = nameof(BillingSort.Customer), Cut = true, Phone = PhoneCell.Bare },
        new(T("Invoice Date"), r => Format.Day(r.InvoiceDate)) { Sort = nameof(BillingSort.InvoiceDate), Extra = true },
        new(T("Due Date"), r => Format.Due(r.Due)) { Sort = nameof(BillingSort.DueDate), Extra = true },
        new(T("Total"), r => Format.Rupiah(r.SignedTotal)) { Sort = nameof(BillingSort.Total), AlignEnd = true, Extra = true },
        new(T("Outstanding"), r => r.Balance is { } owed ? Format.Rupiah(owed) : Format.None)
        {
            Sort = nameof(BillingSort.Outstanding),
            AlignEnd = true
        },
        new(T("Status")) { Chip = r => StatusChip.In(r.Status), Sort = nameof(BillingSort.Status), Phone = PhoneCell.Beside },
    ];

    private IReadOnlyList<TableColumn<BillingRow>> columns;
    private IReadOnlySet<object> chosen = new HashSet<object>();
    private BillingQuery query = new();
    private BillingQuery shown = new();
    private Page<BillingRow>? page;
    private InvoiceDialogs? dialogs;
    private InvoiceAction asked = InvoiceAction.Cancel;
    private bool asking;
    private bool printing;
    private bool asZip;
    private IReadOnlyList<string> toPrint = [];
    private bool module = true;

    public BillingTable() => columns = allColumns;

    [Inject] public required ListBillings List { get; init; }

    [Inject] public required ReadActions Actions { get; init; }

    [Inject] public required WriteInvoicePdfs Pdfs { get; init; }

    [CascadingParameter] public required ListUrl Url { get; set; }

    [CascadingParameter] public MerchantContext? Shell { get; set; }

    private bool Filtered => query.Search.Length > 0 || query is not { Status: null, Type: null, From: null, To: null };

    private string Printed
    {
        get
        {
            var invoices = Format.Count(toPrint.Count, T("invoice"), T("invoices"));
            return asZip ? T($"{invoices} printed into one zip.") : T($"{invoices} printed into one file.");
        }
    }

    private bool MayAct => Actor?.WhyNot(Role.Finance) is null;

    // Only who may act gets check boxes.
    private EventCallback<IReadOnlySet<object>> Choosing => MayAct
        ? EventCallback.Factory.Create<IReadOnlySet<object>>(this, set => chosen = set)
        : default;

    /// <summary>Rows on all pages.</summary>
    public long Total => page?.Total ?? 0;

    /// <summary>There are more, which nobody counted.</summary>
    public bool More => page?.More ?? false;

    protected override void OnParametersSet()
    {
        if ((Shell?.EFakturModule ?? true) != module)
        {
            module = !module;
            columns = module ? allColumns : [.. allColumns.Where(c => c.Sort != nameof(BillingSort.TaxNumber))];
        }
    }

    protected override async Task ReadAsync(Actor actor, CancellationToken stop)
    {
        query = QueryOf(Url);

        // The page beside the shown one begins where that ends. Which it is of is noted after it came: a reading may be cut off.
        var wanted = query;
        page = await List.HandleAsync(actor, wanted, stop, wanted == shown with { Page = wanted.Page } ? page : null);
        shown = wanted;
        if (page.Number != Url.Page)
        {
            // The list became shorter than the address says.
            Navigation.NavigateTo(Url.WithPage(page.Number), replace: true);
        }
    }

    protected override ChangeImpact ConcernOf(LiveChange change) =>
        page is null || !change.Touches(HistorySubject.Invoice) ? ChangeImpact.None
        : page.Rows.Any(r => change.Touches(HistorySubject.Invoice, r.Id)) ? ChangeImpact.Read
        : ChangeImpact.Hint;

    /// <summary>What an address of the list asks for.</summary>
    public static BillingQuery QueryOf(ListUrl url) => new()
    {
        Search = url.Search ?? "",
        Status = Enum.TryParse<InvoiceStatus>(url[BillingKeys.Status], out var status) && Enum.IsDefined(status) ? status : null,
        Type = Enum.TryParse<DocumentType>(url[BillingKeys.Type], out var type) && Enum.IsDefined(type) ? type : null,
        From = url.Day(BillingKeys.From),
        To = url.Day(BillingKeys.To),
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

    private Task<Outcome> WriteAsync(Stream file, IProgress<double> progress, CancellationToken stop) =>
        Pdfs.HandleAsync(Actor!, toPrint, asZip, file, progress, stop);

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
}
