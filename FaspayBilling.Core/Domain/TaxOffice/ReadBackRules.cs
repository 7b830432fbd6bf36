using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Domain.TaxOffice.Codes;

namespace FaspayBilling.Core.Domain.TaxOffice;

/// <summary>
/// What was read back from the tax office, asked by both exports alike (docs/rules.md 5): a tax invoice that is there already would be
/// made a second time. And by its PDFs (docs/rules.md 8): one that stands no longer is not given to a customer.
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

    /// <summary>
    /// What keeps a PDF from being the one that counts: CANCELED when the list says so of its own number, AMENDED when it says so or shows
    /// a later revision that was ever approved; null when it stands.
    /// </summary>
    /// <param name="serial">What the PDF's number shares with its replacements.</param>
    /// <param name="revision">0 for a normal tax invoice, 1 for its first replacement …</param>
    /// <param name="listed">The 17 digits of the invoice's numbers, each with its state in the list; null when no list named it.</param>
    public static CoretaxStatus? AgainstFile(
        string serial, int revision, IEnumerable<(string Number, CoretaxStatus? Status)> listed)
    {
        CoretaxStatus? against = null;
        foreach (var (digits, status) in listed)
        {
            if (status is not { } said || !CoretaxNumber.TryParse(digits, out var number) || number.Serial != serial)
            {
                continue;
            }

            if (number.Revision == revision && said == CoretaxStatus.Canceled)
            {
                return CoretaxStatus.Canceled;
            }

            if (number.Revision > revision ? said.IsFinal() : number.Revision == revision && said == CoretaxStatus.Amended)
            {
                against = CoretaxStatus.Amended;
            }
        }

        return against;
    }

    // Without a list's word only the approval tells; with one, the word is that of the number that stands now.
    private static bool IsReplaced(Invoice invoice) =>
        invoice.CoretaxStatus is { } status ? status == CoretaxStatus.Amended : invoice.TaxApproval == TaxApproval.Replaced;

    private static ExportProblem InCoretax(Invoice invoice, string key) =>
        ExportProblem.Of(ProblemLocation.Invoice, key, ("number", invoice.CoretaxNumber ?? invoice.TaxNumber?.ToString() ?? ""));
}
