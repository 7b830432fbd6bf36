using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Reports;
using FaspayBilling.Core.Live;
using FaspayBilling.Web.Components.Ui;
using FaspayBilling.Web.Components.Ui.Tables;
using Microsoft.AspNetCore.Components;

namespace FaspayBilling.Web.Components.Pages.Reports;

/// <summary>The report of what is open: every unpaid invoice on the evening of a day, by how long it is overdue.</summary>
public sealed partial class InvoiceAging
{
    private readonly IReadOnlyList<TableColumn<AgingRow>> columns =
    [
        new(T("Invoice No"), r => r.Number) { Mark = r => TypeMark.Of(r.Type) },
        new(T("Customer"), r => r.Customer) { Cut = true, Phone = PhoneCell.Bare },
        new(T("Invoice Date"), r => Format.Day(r.InvoiceDate)) { Phone = PhoneCell.Hidden },
        new(T("Due Date"), r => Format.Due(r.Due)),
        new(T("Days Overdue"), r => Format.Count(r.DaysOverdue)) { AlignEnd = true },
        new(T("Class"), r => AgingTexts.Name(r.Class)) { Phone = PhoneCell.Beside },
        new(T("Outstanding"), r => Format.Rupiah(r.Open)) { AlignEnd = true },
    ];

    private AgingReport? report;

    [Inject] public required ReadAging Read { get; init; }

    [Inject] public required DownloadAging Download { get; init; }

    [CascadingParameter] public required ListUrl Url { get; set; }

    private AgingQuery Query => AgingTexts.QueryOf(Url, Clock);

    // Asked for the same.
    private string PrintView => $"/reports/aging/print{new Uri(Navigation.Uri).Query}";

    // A day that was asked for stays.
    protected override bool FollowsTheDay => true;

    private string Written() => report?.Page.Total == 1
        ? T("1 open invoice is written, the longest overdue first.")
        : T($"{Format.Count(report?.Page.Total ?? 0)} open invoices are written, the longest overdue first.");

    protected override async Task ReadAsync(Actor actor, CancellationToken stop) =>
        report = await Read.HandleAsync(actor, Query, stop);

    protected override ChangeImpact ConcernOf(LiveChange change) =>
        report is null || !change.Touches(HistorySubject.Invoice) ? ChangeImpact.None
        : report.Page.Rows.Any(r => change.Touches(HistorySubject.Invoice, r.Id)) ? ChangeImpact.Read
        : ChangeImpact.Hint;
}
