using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.TaxOffice.Codes;

namespace FaspayBilling.Core.Domain.TaxOffice;

/// <summary>
/// What was read back from the tax office, asked by both exports alike (docs/rules.md 5): a tax invoice that is there already would be
/// made a second time.
/// </summary>
public static class ReadBackRules
{
    /// <summary>What keeps the invoice out of every file; null when nothing read back does.</summary>
    public static ExportProblem? Problem(Invoice invoice) =>
        invoice.CoretaxContested ? ExportProblem.Of(ProblemLocation.CoretaxList, "contested")
        : invoice.CoretaxStatus == CoretaxStatus.Canceled ? InCoretax(invoice, "in-coretax:canceled")
        : IsReplaced(invoice) ? InCoretax(invoice, "in-coretax:amended")
        : null;

    /// <summary>True when the tax office approved it: it goes into a file only after somebody said so.</summary>
    public static bool Asks(Invoice invoice) =>
        invoice.TaxApproval != TaxApproval.Unknown || (invoice.CoretaxStatus is { } status && status.IsFinal());

    // Without a list's word only the approval tells; with one, the word is that of the number that stands now.
    private static bool IsReplaced(Invoice invoice) =>
        invoice.CoretaxStatus is { } status ? status == CoretaxStatus.Amended : invoice.TaxApproval == TaxApproval.Replaced;

    private static ExportProblem InCoretax(Invoice invoice, string key) =>
        ExportProblem.Of(ProblemLocation.Invoice, key, ("number", invoice.CoretaxNumber ?? invoice.TaxNumber?.ToString() ?? ""));
}
