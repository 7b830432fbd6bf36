using System.Diagnostics;
using FaspayBilling.Core.Domain.Invoices.Actions;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Invoices.Lifecycle;
using FaspayBilling.Core.Features.Invoices.Lists;
using FaspayBilling.Core.Features.Invoices.Mailing;
using FaspayBilling.Core.Features.Invoices.TaxNumbers;
using FaspayBilling.Web.Components.Ui;
using FaspayBilling.Web.Components.Ui.Dialogs;
using Microsoft.AspNetCore.Components;

namespace FaspayBilling.Web.Components.Pages.Invoices.Dialogs;

/// <summary>Asks for, does and confirms whatever the Actions menu of an invoice offers; the list and the detail page share it.</summary>
public sealed partial class InvoiceDialogs
{
    private OfferedActions? invoice;
    private InvoiceAction action;
    private ActionText? text;
    private string? check;
    private string? notice;
    private string reason = "";
    private bool asking;
    private bool paying;
    private bool uploading;

    [Inject] public required CancelInvoice Cancel { get; init; }

    [Inject] public required CancelTaxNumber CancelTaxNumber { get; init; }

    [Inject] public required DeleteInvoice Delete { get; init; }

    [Inject] public required DuplicateInvoice Duplicate { get; init; }

    [Inject] public required GenerateTaxNumber Generate { get; init; }

    [Inject] public required IssueInvoice Issue { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [Inject] public required ResendInvoice Resend { get; init; }

    [Inject] public required SendProforma SendProforma { get; init; }

    [Parameter, EditorRequired] public required Actor Actor { get; set; }

    /// <summary>After OK: what was done, for the page to show the new state.</summary>
    [Parameter] public EventCallback<InvoiceDone> OnDone { get; set; }

    /// <summary>The menu of an invoice as it was read.</summary>
    public IReadOnlyList<MenuItem> MenuOf(OfferedActions offered) =>
        [.. offered.Actions.Select(a => ActionText.Of(a, offered))
            .Zip(offered.Actions, (t, a) => new MenuItem(t.Label, this.Then(() => Ask(a, offered))) { Icon = t.Icon, Danger = t.Danger })];

    private static string? PageOf(InvoiceAction action, string number) => action switch
    {
        InvoiceAction.Edit => $"/billings/{number}/edit",
        InvoiceAction.CreditNote => $"/billings/new?note=credit&for={number}",
        InvoiceAction.DebitNote => $"/billings/new?note=debit&for={number}",
        _ => null,
    };

    private void Ask(InvoiceAction chosen, OfferedActions offered)
    {
        if (PageOf(chosen, offered.Number) is { } page)
        {
            Navigation.NavigateTo(page);
            return;
        }

        (action, invoice, text) = (chosen, offered, ActionText.Of(chosen, offered));
        (notice, reason) = (text.Notice, "");
        check = chosen == InvoiceAction.CancelTaxNumber && offered.Exported
            ? T("The number was exported, and the tax office never approved it.")
            : null;
        paying = chosen == InvoiceAction.RecordPayment;
        uploading = chosen == InvoiceAction.UploadDocument;
        asking = !paying && !uploading;
    }

    private async Task<Outcome> RunAsync(Submission sent)
    {
        var (by, key) = (sent.By(Actor), invoice!.Key);
        Outcome outcome = action switch
        {
            InvoiceAction.SendAsProforma => await SendProforma.HandleAsync(by, key, default),
            InvoiceAction.Send or InvoiceAction.IssueAsInvoice => await Issue.HandleAsync(by, key, default),
            InvoiceAction.GenerateTaxNumber => await Generate.HandleAsync(by, key, default),
            InvoiceAction.Resend => await Resend.HandleAsync(by, key, default),
            InvoiceAction.Cancel => await Cancel.HandleAsync(by, key, reason, default),
            InvoiceAction.CancelTaxNumber => await CancelTaxNumber.HandleAsync(by, key, neverApproved: sent.Confirmed, default),
            InvoiceAction.Duplicate => await Duplicate.HandleAsync(by, key, default),
            InvoiceAction.Delete => await Delete.HandleAsync(by, key, default),

            // They have a dialog or a page of their own.
            InvoiceAction.RecordPayment or InvoiceAction.UploadDocument or InvoiceAction.Edit or InvoiceAction.CreditNote
                or InvoiceAction.DebitNote => throw new UnreachableException(),
        };
        if (action == InvoiceAction.GenerateTaxNumber && outcome is Outcome<Core.Domain.TaxNumbers.TaxNumber> { Ok: true } given)
        {
            notice = T($"{invoice.Number} now has the E-Faktur No {given.Value}.");
            StateHasChanged();
        }

        if (outcome.Refusal?.Kind == RefusalKind.ChangedElsewhere)
        {
            await OnDone.InvokeAsync(new InvoiceDone(action, invoice.Number, outcome));
        }

        return outcome;
    }

    private Task FinishAsync(Outcome outcome) => OnDone.InvokeAsync(new InvoiceDone(action, invoice!.Number, outcome));
}
