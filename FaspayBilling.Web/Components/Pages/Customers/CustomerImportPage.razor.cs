using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Customers;
using FaspayBilling.Core.Formats.Sheets;
using FaspayBilling.Core.Live;
using FaspayBilling.Web.Components.Pages.EFaktur;
using FaspayBilling.Web.Components.Ui;
using FaspayBilling.Web.Components.Ui.Dialogs;
using FaspayBilling.Web.Components.Ui.Tables;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;

namespace FaspayBilling.Web.Components.Pages.Customers;

/// <summary>A file with customers: chosen, read, looked at row by row, and only then saved.</summary>
public sealed partial class CustomerImportPage
{
    private const string Key = "show";

    private IBrowserFile? file;
    private CustomerImport? import;
    private IReadOnlyList<ImportedCustomer> rows = [];
    private Outcome? outcome;
    private SentForm sent = FormKeys.Open();
    private string? lost;
    private double? share;
    private double? saving;
    private int? saved;

    [Inject] public required ReadCustomerImport Read { get; init; }

    [Inject] public required ImportCustomers Save { get; init; }

    [CascadingParameter] public required ListUrl Url { get; set; }

    private string? FileError => lost ?? outcome?.About("File")?.Say();

    private IReadOnlyList<ImportedCustomer> Chosen => import is null ? [] : Url[Key] switch
    {
        "problems" => import.Bad,
        "good" => import.Good,
        _ => import.Rows,
    };

    private string Sum => import!.Rows.Count == 0 ? T("The file holds no row below its heading.") : SumOf(
        Format.Count(import.Rows.Count, T("row"), T("rows")), Format.Count(import.Good.Count), Format.Count(import.Bad.Count));

    private static string SumOf(string all, string good, string bad) =>
        T($"{all}: {good} good, {bad} with problems. Nothing of them is saved yet.");

    protected override Task ReadAsync(Actor actor, CancellationToken stop)
    {
        var last = Math.Max(1, (Chosen.Count + Url.Size - 1) / Url.Size);
        rows = [.. Chosen.Skip((Math.Min(Url.Page, last) - 1) * Url.Size).Take(Url.Size)];
        return Task.CompletedTask;
    }

    protected override ChangeImpact ConcernOf(LiveChange change) => ChangeImpact.None;

    private void Choose(IBrowserFile? chosen) => (file, outcome, lost, saved) = (chosen, null, null, null);

    private async Task ReadFileAsync()
    {
        (outcome, lost, saved, import) = (null, null, null, null);
        if (file!.Size > SheetLimits.Bytes)
        {
            outcome = SheetRefusals.SheetTooLarge;
            return;
        }

        try
        {
            share = 0;
            await using var received = await UploadedZip.ReceiveAsync(file, Tell, Stop);
            var read = await Task.Run(() => Read.HandleAsync(Actor!, received, Stop), Stop);
            (outcome, import, sent) = (read, read.Ok ? read.Value : null, FormKeys.Open());
        }
        catch (Exception gone) when (gone is IOException or JSException or TimeoutException or OperationCanceledException)
        {
            lost = T("The file could not be read. Choose it again.");
        }
        finally
        {
            share = null;
        }

        // Who has left meanwhile is not called back.
        if (Stop.IsCancellationRequested)
        {
            return;
        }

        Navigation.NavigateTo(Url.With(Key, import is { Bad.Count: > 0, Good.Count: > 0 } ? "problems" : null));
        await RefreshAsync();
    }

    private async Task SaveAsync()
    {
        // Saved: a second click comes when the first is through.
        if (saving is not null || import is not { Good.Count: > 0 })
        {
            return;
        }

        saving = 0;
        var done = await Save.HandleAsync(Actor! with { Form = sent }, import.Rows, new Progress<double>(TellSaving), Stop);
        saving = null;
        outcome = done;
        if (done.Ok)
        {
            saved = done.Value.Saved;
            import = import with { Rows = [.. import.Bad.Concat(done.Value.Refused).OrderBy(r => r.Line)] };
            import = import.Rows.Count == 0 ? null : import;
            file = null;
            await RefreshAsync();
        }
    }

    private Task<Outcome> WriteProblemsAsync(Stream to, IProgress<double> progress, CancellationToken stop)
    {
        CustomerFiles.WriteProblems(import!, import!.Bad, Reader.Language, to, progress, stop);
        return Task.FromResult(Outcome.Done);
    }

    private void Tell(double done)
    {
        share = done;
        StateHasChanged();
    }

    private void TellSaving(double done)
    {
        if (saving is not null)
        {
            saving = done;
            StateHasChanged();
        }
    }
}
