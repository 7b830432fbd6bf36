using System.Globalization;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Audit;
using FaspayBilling.Core.Features.TaxNumbers;
using FaspayBilling.Core.Live;
using FaspayBilling.Web.Components.Ui;
using FaspayBilling.Web.Components.Ui.Dialogs;
using FaspayBilling.Web.Components.Ui.Tables;
using Microsoft.AspNetCore.Components;

namespace FaspayBilling.Web.Components.Pages.EFaktur;

/// <summary>The ranges that the tax office granted, what is left of them, and how the current year stands against the threshold.</summary>
public sealed partial class Numbers
{
    private readonly IReadOnlyList<TableColumn<RangeRow>> columns =
    [
        new(T("Year Period"), r => r.Year.ToString(CultureInfo.InvariantCulture)),
        new(T("Start Number"), r => r.Start.ToString()),
        new(T("End Number"), r => r.End.ToString()),
        new(T("Total Number"), r => Format.Count(r.Total)) { AlignEnd = true },
        new(T("Available Number"), r => Format.Count(r.Available)) { AlignEnd = true },
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

    protected override bool FollowsTheDay => true;

    protected override async Task ReadAsync(Actor actor, CancellationToken stop)
    {
        var found = await List.HandleAsync(actor, stop);
        var view = await Threshold.HandleAsync(actor, stop);
        refused = found.Refusal;
        rows = found.Ok ? found.Value : null;
        threshold = view.Ok ? view.Value : null;
        history = found.Ok && await History.HandleAsync(actor, stop) is { Ok: true } lines ? lines.Value : [];
    }

    protected override ChangeImpact ConcernOf(LiveChange change) =>
        change.Touches(
            HistorySubject.TaxNumberRange) || change.Touches(HistorySubject.Threshold) || change.Touches(HistorySubject.BillingSettings)
        || (change.Touches(HistorySubject.Mail) && threshold is { Reached: true }) ? ChangeImpact.Read : ChangeImpact.None;

    private string Sentence(ThresholdView view) =>
        $"{Available(view)} {ThresholdTexts.Mail(view)}";

    private string Available(ThresholdView view) => TotalOfYear == 0
        ? T($"No range has the Year Period {view.Year.ToString(CultureInfo.InvariantCulture)} yet.")
        : T($"{Format.Count(view.Available)} of {Format.Count(TotalOfYear, T("number"), T("numbers"))} available.");

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

    private async Task<Outcome> DeleteAsync(Submission sent) =>
        await Delete.HandleAsync(sent.By(Actor!), edited!.Id, edited.Version, default);
}
