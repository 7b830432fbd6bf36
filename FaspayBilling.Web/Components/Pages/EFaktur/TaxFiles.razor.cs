using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.TaxOffice.Files;
using FaspayBilling.Core.Live;
using FaspayBilling.Web.Components.Ui.Tables;
using Microsoft.AspNetCore.Components;

namespace FaspayBilling.Web.Components.Pages.EFaktur;

/// <summary>
/// The uploaded E-Faktur files: find one by month, invoice or number, open it, upload more. All of its state is in the address.
/// </summary>
public sealed partial class TaxFiles
{
    private const int YearsKept = 10;

    private readonly ReadOnce<Outcome<IReadOnlyList<UnmatchedRow>>> allWaiting = new();
    private TaxFileQuery query = new();
    private DateOnly? start;
    private DateOnly? end;
    private Page<TaxFileRow>? page;
    private Refusal? refused;
    private IReadOnlyList<UnmatchedRow> waiting = [];
    private bool uploading;
    private bool sending;
    private IReadOnlyList<long> toSend = [];
    private IReadOnlySet<object> chosen = new HashSet<object>();

    [Inject] public required ListTaxFiles List { get; init; }

    [Inject] public required ListUnmatchedFiles Waiting { get; init; }

    [CascadingParameter] public required ListUrl Url { get; set; }

    private bool MayUpload => refused is null && Actor is not null && Actor.WhyNot(Role.Finance) is null;

    // Only who may send gets check boxes.
    private EventCallback<IReadOnlySet<object>> Choosing =>
        MayUpload ? EventCallback.Factory.Create<IReadOnlySet<object>>(this, set => chosen = set) : default;

    private int Year => JakartaCalendar.YearOf(Clock.Now());

    private int FirstYear => Year - YearsKept;

    private bool Filtered => query.Search.Length > 0 || query.Start is not null || query.End is not null;

    private string Nothing =>
        query.Start > query.End ? T("The start month lies after the end month.")
        : Filtered ? T("No E-Faktur file matches this search.")
        : T("No E-Faktur file was uploaded yet.");

    protected override async Task ReadAsync(Actor actor, CancellationToken stop)
    {
        var before = query;
        query = QueryOf(Url);
        if ((query.Start, query.End) != (before.Start, before.End))
        {
            (start, end) = (query.Start, query.End);
        }

        var found = await List.HandleAsync(actor, query, stop);
        (refused, page) = (found.Refusal, found.Ok ? found.Value : null);
        waiting = found.Ok && await allWaiting.GetAsync(Seen, () => Waiting.HandleAsync(actor, stop)) is { Ok: true } files
            ? files.Value
            : [];
    }

    protected override ChangeImpact ConcernOf(LiveChange change) =>
        change.Touches(HistorySubject.BillingSettings) ? ChangeImpact.Read
        : page is null || !change.Touches(HistorySubject.TaxFile) ? ChangeImpact.None
        : uploading || page.Rows.Count == 0 || page.Rows.Any(r => change.Touches(HistorySubject.Invoice, r.InvoiceId))
            ? ChangeImpact.Read
        : ChangeImpact.Hint;

    private static TaxFileQuery QueryOf(ListUrl url) => new()
    {
        Search = url.Search ?? "",
        Start = url.Day(Key.Start),
        End = url.Day(Key.End),
        Sort = Enum.TryParse<TaxFileSort>(url.Sort, out var sort) && Enum.IsDefined(sort) ? sort : TaxFileSort.Uploaded,
        Descending = url.Sort is null || url.Descending,
        Page = url.Page,
        Size = url.Size,
    };

    private void ShowMonths() =>
        Navigation.NavigateTo(Url.With((Key.Start, ListUrl.Text(start)), (Key.End, ListUrl.Text(end))));

    private Task AskAsync()
    {
        uploading = true;
        return Task.CompletedTask;
    }

    private Task AskToSendAsync(IReadOnlyList<long> files)
    {
        (toSend, sending) = (files, true);
        return Task.CompletedTask;
    }

    private Task SentAsync()
    {
        chosen = new HashSet<object>();
        return RefreshAsync();
    }

    private static class Key
    {
        public const string Search = "q";
        public const string Start = "start";
        public const string End = "end";
    }
}
