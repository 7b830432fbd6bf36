using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice;
using FaspayBilling.Core.Domain.TaxOffice.Files;
using FaspayBilling.Core.Features.TaxOffice.Files;
using FaspayBilling.Web.Components.Ui;
using FaspayBilling.Web.Components.Ui.Dialogs;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;

namespace FaspayBilling.Web.Components.Pages.EFaktur;

/// <summary>
/// Upload E-Faktur: choose a zip, send it, see what became of each file. Cancel ends it at any moment; what was stored stays.
/// </summary>
public sealed partial class UploadDialog : IDisposable
{
    private const string FileField = "File";

    private CancellationTokenSource? running;
    private IBrowserFile? file;
    private Outcome? outcome;
    private SentForm sent = FormKeys.Open();
    private IReadOnlyList<TaxFileResult>? results;
    private string? lost;
    private double? share;
    private bool storing;

    [Inject] public required UploadTaxFiles Store { get; init; }

    [Parameter] public bool Open { get; set; }

    [Parameter] public EventCallback<bool> OpenChanged { get; set; }

    [Parameter, EditorRequired] public required Actor Actor { get; set; }

    /// <summary>After OK: read the new state.</summary>
    [Parameter] public EventCallback OnDone { get; set; }

    private string? FileError => lost ?? outcome?.About(FileField)?.Say();

    private string Doing => share is null ? "" : storing ? T("Storing the files …") : T("Sending the zip …");

    private string ResultTitle =>
        results?.Any(r => r.Refusal is null) != true ? T("Nothing was stored")
        : results.Any(r => r.State == TaxFileResultState.Waiting) ? T("Some files wait for a choice")
        : results.Any(r => r.Refusal is not null) ? T("Some files were refused")
        : T("Success");

    public void Dispose()
    {
        running?.Cancel();
        running?.Dispose();
        running = null;
    }

    private static string Tone(TaxFileResultState state) => state switch
    {
        TaxFileResultState.Stored => "good",
        TaxFileResultState.Replaced => "info",
        TaxFileResultState.KeptBehind => "warning",
        TaxFileResultState.Waiting => "warning",
        TaxFileResultState.Refused => "danger",
    };

    private static string Text(TaxFileResultState state) => state switch
    {
        TaxFileResultState.Stored => T("Stored"),
        TaxFileResultState.Replaced => T("Replaced"),
        TaxFileResultState.KeptBehind => T("Kept behind"),
        TaxFileResultState.Waiting => T("Waiting"),
        TaxFileResultState.Refused => T("Refused"),
    };

    private static string Sum(TaxFileResultState state, string files) => state switch
    {
        TaxFileResultState.Stored => T($"{files} stored"),
        TaxFileResultState.Replaced => T($"{files} replaced an earlier one"),
        TaxFileResultState.KeptBehind => T($"{files} kept behind"),
        TaxFileResultState.Waiting => T($"{files} waiting for a choice"),
        TaxFileResultState.Refused => T($"{files} refused"),
    };

    private static string Sum(IReadOnlyList<TaxFileResult> results)
    {
        var parts = results.GroupBy(r => r.State).OrderBy(g => g.Key)
            .Select(g => Sum(g.Key, Format.Count(g.Count(), T("file"), T("files"))));
        return $"{string.Join(", ", parts)}.";
    }

    private void Choose(IBrowserFile? chosen) => (file, outcome, lost, sent) = (chosen, null, null, FormKeys.Open());

    private async Task UploadAsync()
    {
        if (file is null || running is not null || results is not null)
        {
            return;
        }

        (outcome, lost, share, storing) = (null, null, 0, false);
        running = new CancellationTokenSource();
        var stop = running.Token;
        try
        {
            await SendAsync(file, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Cancel was pressed, or the page was left.
        }
        catch (Exception gone) when (gone is IOException or JSException or TimeoutException or OperationCanceledException)
        {
            lost = T("The file could not be read. Choose it again.");
        }
        finally
        {
            Dispose();
            share = null;
        }
    }

    private async Task SendAsync(IBrowserFile chosen, CancellationToken stop)
    {
        if (chosen.Size > TaxFileLimits.Archive)
        {
            outcome = TaxOfficeRefusals.FileArchiveTooLarge;
            return;
        }

        await using var zip = await UploadedZip.ReceiveAsync(chosen, Tell, stop);
        storing = true;
        var stored = await Store.HandleAsync(Actor with { Form = sent }, zip, new Progress<double>(Tell), stop);
        stop.ThrowIfCancellationRequested();
        (outcome, results) = (stored, stored.Ok ? stored.Value : null);
    }

    // A bar moves in hundredths; more would only cost.
    private void Tell(double done)
    {
        if (share is { } shown && Math.Abs(done - shown) >= 0.01)
        {
            share = done;
            StateHasChanged();
        }
    }

    private Task CloseAsync()
    {
        Clear();
        return OpenChanged.InvokeAsync(false);
    }

    private async Task FinishAsync()
    {
        await CloseAsync();
        await OnDone.InvokeAsync();
    }

    private void Clear()
    {
        running?.Cancel();
        (file, outcome, results, lost, sent) = (null, null, null, null, FormKeys.Open());
    }
}
