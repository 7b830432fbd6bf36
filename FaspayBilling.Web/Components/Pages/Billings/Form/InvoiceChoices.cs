using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.TaxCodes;
using FaspayBilling.Web.Components.Ui.Fields;

namespace FaspayBilling.Web.Components.Pages.Billings.Form;

/// <summary>What the form's lists offer.</summary>
public static class InvoiceChoices
{
    public static readonly IReadOnlyList<Choice<InvoiceLanguage>> Languages = [.. Enum.GetValues<InvoiceLanguage>().Select(l => new Choice<InvoiceLanguage>(l, l.ToString()))];

    public static readonly IReadOnlyList<Choice<string>> Codes = [.. TransactionCodes.All.Select(c => new Choice<string>(c, $"{c} {Meaning(c)}"))];

    /// <summary>The facilities of code 07 or 08, none chosen first.</summary>
    public static IReadOnlyList<Choice<int?>> Facilities(string code) =>
        [new(null, "Choose the facility"), .. TaxFacilities.Of(code).Select(f => new Choice<int?>(f.Number, $"{f.AdditionalInfo} {f.Purpose} · {f.Law}"))];

    private static string Meaning(string code) => code switch
    {
        "01" => "To parties who are not VAT collectors",
        "02" => "To the treasury as VAT collector",
        "03" => "To VAT collectors other than the treasury",
        "04" => "DPP other values",
        "05" => "VAT at a specified amount",
        "06" => "Other submissions, VAT refund to foreign tourists",
        "07" => "VAT not collected",
        "08" => "VAT exempted",
        "09" => "Assets (article 16D)",
        _ => "Other supplies",
    };
}
