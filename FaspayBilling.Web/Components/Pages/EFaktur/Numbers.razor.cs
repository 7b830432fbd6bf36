using System.Globalization;
using FaspayBilling.Core.Domain;
using FaspayBilling.Core.Domain.History;
using FaspayBilling.Core.Features.History;
using FaspayBilling.Core.Features.TaxNumbers;
using FaspayBilling.Core.Features.Thresholds;
using FaspayBilling.Core.Live;
using FaspayBilling.Web.Components.Ui;
using FaspayBilling.Web.Components.Ui.Tables;
using Microsoft.AspNetCore.Components;

namespace FaspayBilling.Web.Components.Pages.EFaktur;

/// <summary>The ranges that the tax office granted, what is left of them, and how the current year stands against the threshold.</summary>
public sealed partial class Numbers
{
    private static readonly IReadOnlyList<TableColumn<RangeRow>> columns =
    [
        new("Year Period", r => r.Year.ToString(CultureInfo.InvariantCulture)),
        new("Start Number", r => r.Start.ToString()),
        new("End Number", r => r.End.ToString()),
        new("Total Number", r => Show.Count(r.Total)) { AlignEnd = true },
        new("Available Number", r => Show.Count(r.Available)) { AlignEnd = true },
    ];

    private IReadOnlyList<RangeRow>? rows;
    private IReadOnlyList<HistoryLine> history = [];
    private ThresholdView? threshold;
    private Refusal? refused;
    private RangeRow? edited;
    private bool editing;
    private bool deleting;
    private bool setting;

    [Inject] public required ListRanges List { get; init; }

    [Inject] public required ReadThreshold Threshold { get; init; }

    [Inject] public required ReadNumberHistory History { get; init; }

    [Inject] public required DeleteRange Delete { get; init; }

    private bool MayEdit => Actor?.Role >= Role.Finance;

    private bool MayThreshold => Actor?.Role == Role.Admin;

    private long TotalOfYear => rows?.Where(r => r.Year == threshold?.Year).Sum(r => r.Total) ?? 0;

    protected override async Task ReadAsync(Actor actor)
    {
        var found = await List.HandleAsync(actor, Stop);
        var view = await Threshold.HandleAsync(actor, Stop);
        refused = found.Refusal;
        rows = found.Ok ? found.Value : null;
        threshold = view.Ok ? view.Value : null;
        history = found.Ok && await History.HandleAsync(actor, Stop) is { Ok: true } lines ? lines.Value : [];
    }

    protected override Concern ConcernOf(LiveChange change) =>
        change.Touches(HistorySubject.TaxNumberRange) || change.Touches(HistorySubject.Threshold) || change.Touches(HistorySubject.BillingSettings) ? Concern.Read : Concern.None;

    private string Sentence(ThresholdView view) =>
        $"{Show.Count(view.Available)} of {Show.Count(TotalOfYear, "number")} available. "
        + (view.Active ? $"A mail goes out when {Show.Count(view.Limit)} or fewer are left." : "The threshold is not active: no mail goes out.");

    private Task AddAsync()
    {
        (edited, editing) = (null, true);
        return Task.CompletedTask;
    }

    private Task EditAsync(RangeRow row)
    {
        (edited, editing) = (row, true);
        return Task.CompletedTask;
    }

    private Task AskDeleteAsync(RangeRow row)
    {
        (edited, deleting) = (row, true);
        return Task.CompletedTask;
    }

    private Task AskThresholdAsync()
    {
        setting = true;
        return Task.CompletedTask;
    }

    private async Task<Outcome> DeleteAsync(bool ticked) => await Delete.HandleAsync(Actor!, edited!.Id, edited.Version, default);
}
