using FaspayBilling.Core.Domain.TaxNumbers;

namespace FaspayBilling.Core.Features.TaxOffice.Files;

/// <summary>What a file is known to be, by its name, its text or somebody's choice.</summary>
/// <param name="Number">E-Faktur No; null for a number that Coretax gave.</param>
/// <param name="Coretax">17 digits; null for a file of Desktop.</param>
/// <param name="Replacement">It says that it replaces another.</param>
/// <param name="FileName">The name under which it is kept.</param>
internal sealed record TaxFileClaim(TaxNumber? Number, CoretaxNumber? Coretax, bool Replacement, string FileName);
