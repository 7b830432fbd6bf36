using FaspayBilling.Core.Domain;
using FaspayBilling.Core.Domain.History;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Time;
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

    private static readonly IReadOnlyList<TableColumn<AgingRow>> columns =
    [
        new("Invoice No", r => r.Number),
        new("Customer", r => r.Customer) { Cut = true },
        new("Invoice Date", r => Show.Day(r.InvoiceDate)),
        new("Due Date", r => Show.Due(r.Due)),
        new("Days Overdue", r => Show.Count(r.DaysOverdue)) { AlignEnd = true },
        new("Class", r => Name(r.Class)),
        new("Outstanding", r => Show.Rupiah(r.Open)) { AlignEnd = true },
    ];

    private AgingReport? report;

    [Inject] public required ReadAging Read { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [Inject] public required TimeProvider Clock { get; init; }

    [CascadingParameter] public required ListUrl Url { get; set; }

    private DateOnly AsOf => Url.Day(AsOfKey) ?? JakartaCalendar.DayOf(Clock.Now());

    protected override async Task ReadAsync(Actor actor) =>
        report = await Read.HandleAsync(actor, new AgingQuery { AsOf = AsOf, Search = Url.Search ?? "", Page = Url.Page, Size = Url.Size }, Stop);

    protected override Concern ConcernOf(LiveChange change) =>
        report is null || !change.Touches(HistorySubject.Invoice) ? Concern.None
        : report.Page.Rows.Any(r => change.Touches(HistorySubject.Invoice, r.Id)) ? Concern.Read
        : Concern.Hint;

    private static string Name(AgingClass name) => name switch
    {
        AgingClass.Current => "Current",
        AgingClass.To30 => "1–30 days",
        AgingClass.To60 => "31–60 days",
        AgingClass.To90 => "61–90 days",
        AgingClass.To120 => "91–120 days",
        AgingClass.Older => ">120 days",
    };
}
