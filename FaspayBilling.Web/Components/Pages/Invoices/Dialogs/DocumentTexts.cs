using FaspayBilling.Core.Domain.Attachments;
using FaspayBilling.Web.Components.Ui.Fields;

namespace FaspayBilling.Web.Components.Pages.Invoices.Dialogs;

/// <summary>How documents of an invoice are worded, and where they are.</summary>
public static class DocumentTexts
{
    public static IReadOnlyList<Choice<AttachmentType>> Types =>
    [
        .. Enum.GetValues<AttachmentType>().Select(t => new Choice<AttachmentType>(t, Text(t)))
    ];

    public static string Text(AttachmentType type) => type switch
    {
        AttachmentType.Supporting => T("Supporting Document"),
        AttachmentType.WithholdingTax => T("Withholding Tax"),
    };

    /// <summary>Where a signed-in user sees the document in the browser.</summary>
    public static string View(long id) => FormattableString.Invariant($"/billings/documents/{id}");

    /// <summary>Where it is downloaded.</summary>
    public static string Download(long id) => $"{View(id)}/download";
}
