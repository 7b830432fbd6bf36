using FaspayBilling.Core.Domain.Attachments;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Attachments;
using FaspayBilling.Web.Components.Ui.Dialogs;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;

namespace FaspayBilling.Web.Components.Pages.Invoices.Dialogs;

/// <summary>Upload Documents: choose a file, say what it is, submit (docs/sources/faspay.md 6).</summary>
public sealed partial class DocumentDialog
{
    private UploadOffer? offer;
    private IBrowserFile? file;
    private byte[]? bytes;
    private string? lost;
    private AttachmentType type;
    private string withholdingNumber = "";
    private decimal? amount;
    private DateOnly? date;
    private bool deducts;
    private string description = "";
    private bool forCustomer;
    private bool wasOpen;

    [Inject] public required ReadUploadOffer ReadOffer { get; init; }

    [Inject] public required UploadAttachment Upload { get; init; }

    [Parameter] public bool Open { get; set; }

    [Parameter] public EventCallback<bool> OpenChanged { get; set; }

    /// <summary>The invoice that keeps the document.</summary>
    [Parameter, EditorRequired] public required string Number { get; set; }

    [Parameter, EditorRequired] public required Actor Actor { get; set; }

    /// <summary>After OK: read the new state.</summary>
    [Parameter] public EventCallback<Outcome> OnDone { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        if (Open == wasOpen)
        {
            return;
        }

        wasOpen = Open;
        offer = null;
        Choose(null);
        (type, withholdingNumber, amount, date, deducts, description, forCustomer) =
            (AttachmentType.Supporting, "", null, null, false, "", false);
        if (Open)
        {
            await UntilReadAsync(ReadAsync);
        }
    }

    private async Task ReadAsync(CancellationToken stop)
    {
        var read = await ReadOffer.HandleAsync(Actor, Number, stop);
        offer = read.Ok ? read.Value : null;
    }

    private void Choose(IBrowserFile? chosen) => (file, bytes, lost) = (chosen, null, null);

    private async Task<Outcome> SaveAsync(Submission sent)
    {
        if (file?.Size > DocumentFileInput.MostBytes)
        {
            return AttachmentRefusals.DocumentFileTooLarge;
        }

        // Read once: a question in between does not send it again.
        if (file is not null && bytes is null && !await ReceiveAsync(file))
        {
            return AttachmentRefusals.DocumentFileMissing;
        }

        var input = new DocumentFileInput
        {
            Type = type,
            Description = description,
            ForCustomer = forCustomer,
            WithholdingNumber = withholdingNumber,
            WithholdingAmount = amount,
            WithholdingDate = date,
            Deducts = deducts,
            AboveOutstandingConfirmed = sent.Confirmed,
        };
        return await Upload.HandleAsync(sent.By(Actor), Number, file?.Name ?? "", bytes ?? [], input, default);
    }

    private async Task<bool> ReceiveAsync(IBrowserFile chosen)
    {
        try
        {
            await using var sent = chosen.OpenReadStream(DocumentFileInput.MostBytes);
            using var received = new MemoryStream();
            await sent.CopyToAsync(received);
            bytes = received.ToArray();
            return true;
        }
        catch (Exception gone) when (
            gone is IOException or JSException or InvalidOperationException or TimeoutException or OperationCanceledException)
        {
            lost = T("The file could not be read. Choose it again.");
            return false;
        }
    }
}
