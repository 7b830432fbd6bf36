using System.Globalization;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.TaxOffice.Exports;
using FaspayBilling.Core.Live;
using FaspayBilling.Web.Components.Ui;
using FaspayBilling.Web.Components.Ui.Dialogs;
using FaspayBilling.Web.Components.Ui.Tables;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace FaspayBilling.Web.Components.Pages.EFaktur;

/// <summary>Export CSV: the tax invoices of a month, checked before a file is made of them, and the files that were made.</summary>
public sealed partial class ExportCsv
{
    private const int YearsKept = 10;
    private const int ExportsAtOnce = 10;

    private readonly ReadOnce<Outcome<IReadOnlyList<ExportRow>>> allExports = new();
    private IReadOnlySet<object> chosen = new HashSet<object>();
    private IReadOnlyList<ExportRow> exports = [];
    private ExportableQuery query = new() { Month = default };
    private Page<ExportableRow>? page;
    private TaxChannel channel;
    private TaxChannel file;
    private DateOnly? picked;
    private Refusal? refused;
    private Outcome? failed;
    private SentForm sent = FormKeys.Open();
    private ExportCheck? check;
    private MadeExport? made;
    private int shown = ExportsAtOnce;
    private bool hasProblems;
    private bool generating;
    private bool asking;
    private bool done;

    [Inject] public required ListExportable List { get; init; }

    [Inject] public required ListExports Exports { get; init; }

    [Inject] public required CheckExport Check { get; init; }

    [Inject] public required MakeExport Make { get; init; }

    [Inject] public required IJSRuntime Script { get; init; }

    [CascadingParameter] public required ListUrl Url { get; set; }

    private int Year => JakartaCalendar.YearOf(Clock.Now());

    private int FirstYear => Year - YearsKept;

    private string MonthText =>
        $"{Format.Month(query.First.Month)} {query.First.Year.ToString(CultureInfo.InvariantCulture)}";

    private bool MayExport => Actor?.WhyNot(Role.Finance) is null;

    // Only who may export gets check boxes.
    private EventCallback<IReadOnlySet<object>> Choosing => MayExport
        ? EventCallback.Factory.Create<IReadOnlySet<object>>(this, Choose)
        : default;

    private long[] Ids => [.. chosen.Cast<long>()];

    private string Title => file == TaxChannel.Desktop ? T("Export CSV") : T("Export Coretax XML");

    private string Question => check is null ? "" : string.Join(' ', new[]
    {
        check.Approved > 0 ? Approved(check) : null,
        check.Again > 0 ? Before(check) : null,
        check.OtherWay > 0 ? OtherWay(check) : null,
        T("Export anyway?"),
    }.OfType<string>());

    private string Notice => made switch
    {
        null => "",
        { Invoices: 1 } => T($"1 invoice was exported. OK brings the file {made.FileName}."),
        _ => T($"{Format.Count(made.Invoices)} invoices were exported. OK brings the file {made.FileName}."),
    };

    protected override bool FollowsTheDay => true;

    protected override async Task ReadAsync(Actor actor, CancellationToken stop)
    {
        var before = query.First;
        query = QueryOf(Url);
        if (query.First != before)
        {
            Choose(new HashSet<object>());
            (picked, failed) = (query.First, null);
        }

        var found = await List.HandleAsync(actor, query, stop);
        refused = found.Refusal;
        (page, channel) = found.Ok ? (found.Value.Invoices, found.Value.Channel) : (null, channel);
        exports = found.Ok && await allExports.GetAsync((Seen, shown), () => Exports.HandleAsync(actor, shown, stop)) is { Ok: true } rows
            ? rows.Value
            : [];
    }

    protected override ChangeImpact ConcernOf(LiveChange change) =>
        change.Touches(HistorySubject.BillingSettings) || change.Touches(HistorySubject.TaxExport) ? ChangeImpact.Read
        : page is null || !change.Touches(HistorySubject.Invoice) ? ChangeImpact.None
        : page.Rows.Any(r => change.Touches(HistorySubject.Invoice, r.Id)) ? ChangeImpact.Read
        : ChangeImpact.Hint;

    private static string Before(ExportCheck check)
    {
        var (again, of) = (Format.Count(check.Again), Format.Count(check.Invoices, T("invoice"), T("invoices")));
        return check.Again == 1 ? T($"{again} of {of} was exported before.") : T($"{again} of {of} were exported before.");
    }

    private static string Approved(ExportCheck check)
    {
        var (approved, of) = (Format.Count(check.Approved), Format.Count(check.Invoices, T("invoice"), T("invoices")));
        return check.Approved == 1
            ? T($"The tax office has approved {approved} of {of} already: sent again, it becomes a second tax invoice.")
            : T($"The tax office has approved {approved} of {of} already: sent again, each becomes a second tax invoice.");
    }

    private static string OtherWay(ExportCheck check) =>
        T($"{Format.Count(check.OtherWay)} went out the other way: in both, each becomes two tax invoices.");

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

    // What is checked is a form: sent again, also by a second click, it is exported once.
    private void Choose(IReadOnlySet<object> set) => (chosen, sent) = (set, FormKeys.Open());

    private async Task CheckAllAsync() => Choose((await List.AllAsync(Actor!, query, Stop)).Cast<object>().ToHashSet());

    private async Task AskAsync(TaxChannel what)
    {
        // Done: a second click comes when the first is through.
        if (done)
        {
            return;
        }

        sent = what == file ? sent : FormKeys.Open();
        (file, made, failed) = (what, null, null);
        var answer = await Check.HandleAsync(Actor!, what, Ids, Stop);
        (failed, check) = (answer.Ok ? null : answer, answer.Ok ? answer.Value : null);
        if (check is null || done)
        {
            return;
        }

        if (check.Problems.Count > 0)
        {
            hasProblems = true;
        }
        else if (check.Again > 0 || check.Approved > 0 || check.Warnings.Count > 0)
        {
            asking = true;
        }
        else
        {
            failed = await MakeAsync(new(Confirmed: false, sent));
            done = failed.Ok;
        }
    }

    // What was approved while the question stood is asked once more.
    private async Task<Outcome> MakeAsync(Submission submission)
    {
        var confirmed = submission.Confirmed || check is { Approved: > 0 };
        var answer = await Make.HandleAsync(submission.By(Actor!), file, Ids, default, confirmed);
        made = answer.Ok ? answer.Value : null;
        return answer;
    }

    // The invoices stay checked: with their numbers they can go into the file.
    private void Generate() => (hasProblems, generating) = (false, true);

    private void Uncheck()
    {
        Choose(chosen.Except(check!.Problems.Select(p => (object)p.InvoiceId)).ToHashSet());
        hasProblems = false;
    }

    private async Task DoneAsync()
    {
        Choose(new HashSet<object>());
        failed = null;
        await RefreshAsync();
        await Script.CallAsync("ui.download", $"/e-faktur/exports/{made!.Id.ToString(CultureInfo.InvariantCulture)}");
    }
}
