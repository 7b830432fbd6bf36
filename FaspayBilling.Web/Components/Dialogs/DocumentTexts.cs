using FaspayBilling.Core.Domain.BillingDocuments;
using FaspayBilling.Web.Components.Ui.Fields;

namespace FaspayBilling.Web.Components.Dialogs;

/// <summary>How documents of an invoice are worded, and where they are.</summary>
public static class DocumentTexts
{
    public static readonly IReadOnlyList<Choice<BillingDocumentType>> Types = [.. Enum.GetValues<BillingDocumentType>().Select(t => new Choice<BillingDocumentType>(t, Text(t)))];

    public static string Text(BillingDocumentType type) => type switch
    {
        BillingDocumentType.Supporting => "Supporting Document",
        BillingDocumentType.WithholdingTax => "Withholding Tax",
    };

    /// <summary>Where a signed-in user sees the document in the browser.</summary>
    public static string View(long id) => FormattableString.Invariant($"/billings/documents/{id}");

    /// <summary>Where it is downloaded.</summary>
    public static string Download(long id) => $"{View(id)}/download";
}
