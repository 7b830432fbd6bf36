using System.Text.Json;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Invoices.Form;
using FaspayBilling.Core.Live;
using FaspayBilling.Web.Components.Pages.Kept;
using FaspayBilling.Web.Components.Ui;
using FaspayBilling.Web.Components.Ui.Dialogs;
using FaspayBilling.Web.Components.Ui.Fields;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace FaspayBilling.Web.Components.Pages.Invoices.Form;

/// <summary>
/// The invoice form: a new invoice or note, or a Draft or Proforma that changes. What was typed outlives the connection, a reload and
/// the tab, and is saved once, however often it is sent.
/// </summary>
public sealed partial class InvoiceFormPage
{
    private readonly string areaId = Ids.Next("invoice");
    private InvoiceForm? form;
    private InvoiceDraft? draft;
    private Refusal? missing;
    private FormScope scope = new();
    private Outcome<string>? saved;
    private AfterSave then;
    private KeptArea? kept;
    private bool saving;
    private bool refused;

    [Inject] public required ReadInvoiceForm Read { get; init; }

    [Inject] public required SaveInvoice Save { get; init; }

    [Inject] public required IJSRuntime Script { get; init; }

    /// <summary>The invoice to change; null for a new one.</summary>
    [Parameter] public string? Number { get; set; }

    /// <summary><c>credit</c> or <c>debit</c> for a new note.</summary>
    [SupplyParameterFromQuery] public string? Note { get; set; }

    /// <summary>The invoice that the new note corrects.</summary>
    [SupplyParameterFromQuery] public string? For { get; set; }

    private NoteRequest? NewNote =>
        For is null ? null : new NoteRequest(Note == "debit" ? DocumentType.DebitNote : DocumentType.CreditNote, For);

    private string Title => Number is not null ? T($"Edit {Number}")
        : NewNote is not { } note ? T("New invoice")
        : note.Type == DocumentType.DebitNote ? T($"New debit note for {For}")
        : T($"New credit note for {For}");

    private string Back => Number is { } number ? $"/billings/{number}" : For is { } original ? $"/billings/{original}" : "/billings";

    private IReadOnlyList<Crumb> Above =>
        (Number ?? For) is { } number
            ? [new(T("Billings"), "/billings"), new(number, $"/billings/{number}")]
            : [new(T("Billings"), "/billings")];

    private string KeptPage => Number is { } number ? $"invoice:{number}" : $"invoice:new:{Note}:{For}";

    private static string NotCredited(NoteReference original)
    {
        var (left, total, number) = (Format.Rupiah(original.NotCredited), Format.Rupiah(original.Total), original.Number);
        return original.NotCredited == 0
            ? T($"All of {total} of {number} is credited already.")
            : T($"{left} of {total} of {number} is not credited yet.");
    }

    private string Notice => then switch
    {
        AfterSave.Keep => T($"{saved?.Value} was saved."),
        AfterSave.SendAsProforma => T($"{saved?.Value} was sent as a proforma."),
        AfterSave.Issue => T($"{saved?.Value} was issued."),
    };

    protected override async Task ReadAsync(Actor actor, CancellationToken stop)
    {
        var read = Number is { } number ? await Read.HandleAsync(actor, number, stop) : await Read.HandleAsync(actor, NewNote, stop);
        (form, missing, scope) = (read.Ok ? read.Value : null, read.Refusal, new());
        draft = form is null ? null : InvoiceDraft.Of(form);
    }

    protected override ChangeImpact ConcernOf(LiveChange change) =>
        !saving && saved is null && form?.Id is { } id && change.Touches(HistorySubject.Invoice, id)
            ? ChangeImpact.Hint
            : ChangeImpact.None;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (refused)
        {
            refused = false;
            await Script.CallAsync("ui.focusInvalid", areaId);
        }
    }

    private void Restore(FormSnapshot typed)
    {
        draft = InvoiceDraft.Of(form!);
        draft.Restore(typed);
    }

    private async Task SaveAsync(AfterSave next)
    {
        if (saving)
        {
            return;
        }

        (saving, then) = (true, next);
        try
        {
            var input = draft!.ToInput();
            var outcome = await kept!.SendAsync($"{next} {JsonSerializer.Serialize(input)}", by => form!.Key is { } key
                ? Save.HandleAsync(by, key, input, next, Stop)
                : Save.HandleAsync(by, input, next, NewNote, Stop));
            scope = scope.With(outcome);
            refused = !outcome.Ok;
            saved = outcome.Ok ? outcome : null;
            Stale = outcome.Refusal == Refusals.ChangedElsewhere;
        }
        finally
        {
            // Saved, the buttons rest until the page moves on.
            saving = saved is not null;
        }
    }

    private void LeaveAsync() => Navigation.NavigateTo($"/billings/{saved!.Value}");
}
