using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice.Codes;
using FaspayBilling.Web.Components.Ui.Fields;

namespace FaspayBilling.Web.Components.Pages.Invoices.Form;

/// <summary>What the form's lists offer.</summary>
public static class InvoiceChoices
{
    public static IReadOnlyList<Choice<Language>> Languages =>
    [
        .. Enum.GetValues<Language>().Select(l => new Choice<Language>(l, Text(l)))
    ];

    public static IReadOnlyList<Choice<string>> Codes =>
    [
        .. TransactionCodes.All.Select(c => new Choice<string>(c, $"{c} {Meaning(c)}"))
    ];

    /// <summary>The facilities of code 07 or 08, none chosen first.</summary>
    public static IReadOnlyList<Choice<int?>> Facilities(string code) =>
        [
            new(null, T("Choose the facility")),
            .. TaxFacilities.Of(code).Select(f => new Choice<int?>(f.Number, $"{f.AdditionalInfo} {f.Purpose} · {f.Law}"))
        ];

    public static string Text(Language language) => language switch
    {
        Language.English => T("English"),
        Language.Indonesian => T("Indonesian"),
    };

    private static string Meaning(string code) => code switch
    {
        "01" => T("To parties who are not VAT collectors"),
        "02" => T("To the treasury as VAT collector"),
        "03" => T("To VAT collectors other than the treasury"),
        "04" => T("DPP other values"),
        "05" => T("VAT at a specified amount"),
        "06" => T("Other submissions, VAT refund to foreign tourists"),
        "07" => T("VAT not collected"),
        "08" => T("VAT exempted"),
        "09" => T("Assets (article 16D)"),
        _ => T("Other supplies"),
    };
}
