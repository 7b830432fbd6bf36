using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Invoices.Payments;
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
    private const string SearchKey = "q";
    private const string AsOfKey = "asof";

    private readonly IReadOnlyList<TableColumn<AgingRow>> columns =
    [
        new(T("Invoice No"), r => r.Number),
        new(T("Customer"), r => r.Customer) { Cut = true },
        new(T("Invoice Date"), r => Format.Day(r.InvoiceDate)),
        new(T("Due Date"), r => Format.Due(r.Due)),
        new(T("Days Overdue"), r => Format.Count(r.DaysOverdue)) { AlignEnd = true },
        new(T("Class"), r => Name(r.Class)),
        new(T("Outstanding"), r => Format.Rupiah(r.Open)) { AlignEnd = true },
    ];

    private AgingReport? report;

    [Inject] public required ReadAging Read { get; init; }

    [Inject] public required TimeProvider Clock { get; init; }

    [CascadingParameter] public required ListUrl Url { get; set; }

    private DateOnly AsOf => Url.Day(AsOfKey) ?? JakartaCalendar.DayOf(Clock.Now());

    protected override async Task ReadAsync(Actor actor, CancellationToken stop) =>
        report = await Read.HandleAsync(
            actor, new AgingQuery { AsOf = AsOf, Search = Url.Search ?? "", Page = Url.Page, Size = Url.Size }, stop);

    protected override ChangeImpact ConcernOf(LiveChange change) =>
        report is null || !change.Touches(HistorySubject.Invoice) ? ChangeImpact.None
        : report.Page.Rows.Any(r => change.Touches(HistorySubject.Invoice, r.Id)) ? ChangeImpact.Read
        : ChangeImpact.Hint;

    private static string Name(AgingClass name) => name switch
    {
        AgingClass.Current => T("Current"),
        AgingClass.To30 => T("1–30 days"),
        AgingClass.To60 => T("31–60 days"),
        AgingClass.To90 => T("61–90 days"),
        AgingClass.To120 => T("91–120 days"),
        AgingClass.Older => T(">120 days"),
    };
}
