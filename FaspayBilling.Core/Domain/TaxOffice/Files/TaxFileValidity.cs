using FaspayBilling.Core.Domain.TaxNumbers;

namespace FaspayBilling.Core.Domain.TaxOffice.Files;

/// <summary>
/// Which of several PDFs of one tax invoice counts. What the tax office made later counts before what was uploaded later
/// (docs/rules.md 8).
/// </summary>
/// <param name="Revision">0 for a normal tax invoice, 1 for its first replacement …</param>
/// <param name="Application">The application number of Desktop, 14 digits; empty when nobody knows it.</param>
public readonly record struct TaxFileValidity(int Revision, string Application)
{
    /// <summary>Of a PDF by what is known of it.</summary>
    /// <param name="coretax">Its 17 digits; null for a file of Desktop.</param>
    /// <param name="fileName">A name of Desktop says more than <paramref name="replacement"/>.</param>
    /// <param name="replacement">It is known to replace another.</param>
    public static TaxFileValidity Of(CoretaxNumber? coretax, string fileName, bool replacement)
    {
        var name = TaxFileName.Parse(fileName);
        var revision = coretax?.Revision ?? ((name?.Replacement ?? replacement) ? 1 : 0);
        return new(revision, name?.ApplicationNumber ?? "");
    }

    /// <summary>Of one that is stored.</summary>
    public static TaxFileValidity Of(TaxFile file) => Of(
        CoretaxNumber.TryParse(file.CoretaxNumber, out var number) ? number : null,
        file.FileName,
        file.Status == TaxFileStatus.Replacement);

    /// <summary>True when the other one counts, whatever came first. Of equals the one that came last counts.</summary>
    public bool IsOlderThan(TaxFileValidity other) =>
        Revision < other.Revision
        || (Revision == other.Revision && Application.Length > 0 && string.CompareOrdinal(Application, other.Application) < 0);
}
