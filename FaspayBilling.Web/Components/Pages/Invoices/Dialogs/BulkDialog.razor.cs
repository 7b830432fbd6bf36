using FaspayBilling.Core.Domain.Invoices.Actions;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Invoices.Lifecycle;
using FaspayBilling.Core.Features.Invoices.Lists;
using FaspayBilling.Core.Features.Invoices.TaxNumbers;
using FaspayBilling.Web.Components.Ui;
using FaspayBilling.Web.Components.Ui.Dialogs;
using Microsoft.AspNetCore.Components;

namespace FaspayBilling.Web.Components.Pages.Invoices.Dialogs;

/// <summary>Asks for an action on the checked invoices: names those that it touches, and why it leaves the others as they are.</summary>
public sealed partial class BulkDialog
{
    private IReadOnlyList<CheckedInvoice>? rows;
    private IReadOnlyList<BulkLine> lines = [];
    private string reason = "";

    [Inject] public required CancelInvoices CancelAll { get; init; }

    [Inject] public required DeleteInvoices DeleteAll { get; init; }

    [Inject] public required GenerateTaxNumbers GenerateAll { get; init; }

    [Inject] public required ReadChecked Read { get; init; }

    [Parameter] public bool Open { get; set; }

    [Parameter] public EventCallback<bool> OpenChanged { get; set; }

    [Parameter, EditorRequired] public required Actor Actor { get; set; }

    /// <summary>Cancel, GenerateTaxNumber or Delete.</summary>
    [Parameter, EditorRequired] public required InvoiceAction Action { get; set; }

    /// <summary>The checked invoices.</summary>
    [Parameter, EditorRequired] public required IReadOnlyList<string> Numbers { get; set; }

    [Parameter] public EventCallback OnDone { get; set; }

    private Words Wording => Action switch
    {
        InvoiceAction.Cancel => new(T("Cancel Billing"), true, done => T($"{done} cancelled.")),
        InvoiceAction.Delete => new(T("Delete"), true, done => T($"{done} deleted.")),
        _ => new(T("Generate E-Faktur No"), false, done => T($"{done} got an E-Faktur No.")),
    };

    private List<CheckedInvoice> Doing => [.. rows!.Where(r => r.Refusal is null)];

    private List<CheckedInvoice> Leaving => [.. rows!.Where(r => r.Refusal is not null)];

    private List<BulkLine> Refused => [.. lines.Where(l => l.Refusal is not null)];

    private string Question => (Doing.Count, Action) switch
    {
        (0, InvoiceAction.Cancel) => T("None of the checked invoices can be cancelled."),
        (0, InvoiceAction.Delete) => T("None of the checked invoices can be deleted."),
        (0, _) => T("None of the checked invoices can get an E-Faktur No."),
        (_, InvoiceAction.Cancel) when Doing.Exists(r => r.HasTaxNumber) =>
            T($"Cancel {Invoices(Doing.Count)}? This cannot be undone. Their E-Faktur numbers stay held until they are given back."),
        (_, InvoiceAction.Cancel) => T($"Cancel {Invoices(Doing.Count)}? This cannot be undone."),
        (_, InvoiceAction.Delete) => T($"Delete {Invoices(Doing.Count)}? They disappear from the lists."),
        _ => T($"Give {Invoices(Doing.Count)} the next available E-Faktur numbers, in order of invoice date?"),
    };

    protected override Task OnInitializedAsync() =>
        UntilReadAsync(async stop => rows = await Read.HandleAsync(Actor, Numbers, Action, stop));

    private static string Invoices(int count) => Format.Count(count, T("invoice"), T("invoices"));

    private async Task<Outcome> RunAsync(Submission sent)
    {
        var (by, numbers) = (sent.By(Actor), Doing.ConvertAll(r => r.Number));
        var outcome = Action switch
        {
            InvoiceAction.Cancel => await CancelAll.HandleAsync(by, numbers, reason, default),
            InvoiceAction.Delete => await DeleteAll.HandleAsync(by, numbers, default),
            _ => await GenerateAll.HandleAsync(by, numbers, default),
        };
        lines = outcome.Ok ? outcome.Value : [];
        return outcome;
    }

    private sealed record Words(string Title, bool Danger, Func<string, string> Done);
}
