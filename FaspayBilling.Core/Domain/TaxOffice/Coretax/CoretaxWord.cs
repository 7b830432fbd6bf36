using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Domain.TaxOffice.Codes;

namespace FaspayBilling.Core.Domain.TaxOffice.Coretax;

/// <summary>What all rows of Coretax's list together say of one invoice.</summary>
/// <param name="Number">The number that stands now.</param>
/// <param name="Status">Its state.</param>
/// <param name="Approval">The strongest word on any of its numbers.</param>
public sealed record CoretaxWord(string Number, CoretaxStatus Status, TaxApproval Approval)
{
    /// <summary>
    /// A tax invoice that stands goes before one that was cancelled or rejected, a later replacement before what it replaced, a later
    /// number before an earlier one. Null without rows.
    /// </summary>
    public static CoretaxWord? Of(IEnumerable<(CoretaxNumber Number, CoretaxStatus Status)> rows)
    {
        var all = rows.OrderBy(r => Stands(r.Status))
            .ThenBy(r => r.Number.Revision)
            .ThenBy(r => r.Number.Digits, StringComparer.Ordinal)
            .ToList();
        return all.Count == 0 ? null : new CoretaxWord(all[^1].Number.Digits, all[^1].Status, all.Max(r => r.Status.Approval()));
    }

    private static bool Stands(CoretaxStatus status) =>
        status is not (CoretaxStatus.Canceled or CoretaxStatus.Rejected or CoretaxStatus.SavedInvalid);
}
