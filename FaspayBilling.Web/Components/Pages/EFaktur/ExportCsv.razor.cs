using System.Globalization;
using FaspayBilling.Core.Domain;
using FaspayBilling.Core.Domain.History;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Time;
using FaspayBilling.Core.Features.TaxExports;
using FaspayBilling.Core.Live;
using FaspayBilling.Web.Components.Ui;
using FaspayBilling.Web.Components.Ui.Tables;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace FaspayBilling.Web.Components.Pages.EFaktur;

/// <summary>Export CSV: the tax invoices of a month, checked before a file is made of them, and the files that were made.</summary>
public sealed partial class ExportCsv
{
    private const int YearsKept = 10;
    private const int ExportsAtOnce = 10;

    private IReadOnlySet<object> chosen = new HashSet<object>();
    private IReadOnlyList<ExportRow> exports = [];
    private ExportableQuery query = new() { Month = default };
    private Page<ExportableRow>? page;
    private TaxChannel channel;
    private TaxChannel file;
    private DateOnly? picked;
    private Refusal? refused;
    private Outcome? failed;
    private ExportCheck? check;
    private MadeExport? made;
    private int shown = ExportsAtOnce;
    private bool hasProblems;
    private bool asking;
    private bool done;

    [Inject] public required ListExportable List { get; init; }

    [Inject] public required ListExports Exports { get; init; }

    [Inject] public required CheckExport Check { get; init; }

    [Inject] public required MakeExport Make { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [Inject] public required IJSRuntime Script { get; init; }

    [Inject] public required TimeProvider Clock { get; init; }

    [CascadingParameter] public required ListUrl Url { get; set; }

    private int Year => JakartaCalendar.YearOf(Clock.Now());

    private int FirstYear => Year - YearsKept;

    private string MonthText => query.First.ToString("MMMM yyyy", CultureInfo.InvariantCulture);

    private bool MayExport => Actor?.WhyNot(Role.Finance) is null;

    // Only who may export gets check boxes.
    private EventCallback<IReadOnlySet<object>> Choosing => MayExport
        ? EventCallback.Factory.Create<IReadOnlySet<object>>(this, set => chosen = set)
        : default;

    private long[] Ids => [.. chosen.Cast<long>()];

    private string Title => file == TaxChannel.Desktop ? "Export CSV" : "Export Coretax XML";

    private string Question => check is null ? ""
        : $"{Show.Count(check.Again)} of {Show.Count(check.Invoices, "invoice")} {(check.Again == 1 ? "was" : "were")} exported before. "
            + (check.OtherWay > 0 ? $"{Show.Count(check.OtherWay)} went out the other way: in both, each becomes two tax invoices. " : "")
            + "Export anyway?";

    private string Notice => made is null ? "" : $"{Show.Count(made.Invoices, "invoice was", "invoices were")} exported. OK brings the file {made.FileName}.";

    protected override async Task ReadAsync(Actor actor)
    {
        var before = query.First;
        query = QueryOf(Url);
        if (query.First != before)
        {
            (chosen, picked, failed) = (new HashSet<object>(), query.First, null);
        }

        var found = await List.HandleAsync(actor, query, Stop);
        refused = found.Refusal;
        (page, channel) = found.Ok ? (found.Value.Invoices, found.Value.Channel) : (null, channel);
        exports = found.Ok && await Exports.HandleAsync(actor, shown, Stop) is { Ok: true } rows ? rows.Value : [];
    }

    protected override Concern ConcernOf(LiveChange change) =>
        change.Touches(HistorySubject.BillingSettings) || change.Touches(HistorySubject.TaxExport) ? Concern.Read
        : page is null || !change.Touches(HistorySubject.Invoice) ? Concern.None
        : page.Rows.Any(r => change.Touches(HistorySubject.Invoice, r.Id)) ? Concern.Read
        : Concern.Hint;

    private ExportableQuery QueryOf(ListUrl url) => new()
    {
        Month = url.Day("month") ?? JakartaCalendar.DayOf(Clock.Now()),
        Sort = Enum.TryParse<ExportableSort>(url.Sort, out var sort) && Enum.IsDefined(sort) ? sort : ExportableSort.InvoiceNo,
        Descending = url.Descending,
        Page = url.Page,
        Size = url.Size,
    };

    private void ShowMonth() => Navigation.NavigateTo(Url.WithDay("month", picked));

    private async Task ShowMoreAsync()
    {
        shown += ExportsAtOnce;
        await RefreshAsync();
    }

    private async Task CheckAllAsync() => chosen = (await List.AllAsync(Actor!, query, Stop)).Cast<object>().ToHashSet();

    private async Task AskAsync(TaxChannel what)
    {
        (file, made, failed) = (what, null, null);
        var answer = await Check.HandleAsync(Actor!, what, Ids, Stop);
        (failed, check) = (answer.Ok ? null : answer, answer.Ok ? answer.Value : null);
        if (check is null)
        {
            return;
        }

        if (check.Problems.Count > 0)
        {
            hasProblems = true;
        }
        else if (check.Again > 0)
        {
            asking = true;
        }
        else
        {
            failed = await MakeAsync();
            done = failed.Ok;
        }
    }

    private async Task<Outcome> MakeAsync()
    {
        var answer = await Make.HandleAsync(Actor!, file, Ids, default);
        made = answer.Ok ? answer.Value : null;
        return answer;
    }

    private void Uncheck()
    {
        chosen = chosen.Except(check!.Problems.Select(p => (object)p.InvoiceId)).ToHashSet();
        hasProblems = false;
    }

    private async Task DoneAsync()
    {
        (chosen, failed) = (new HashSet<object>(), null);
        await RefreshAsync();
        await Script.CallAsync("ui.download", $"/e-faktur/exports/{made!.Id.ToString(CultureInfo.InvariantCulture)}");
    }
}
