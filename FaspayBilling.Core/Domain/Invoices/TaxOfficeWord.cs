using System.Text.Json;
using FaspayBilling.Core.Domain.TaxOffice.Codes;

namespace FaspayBilling.Core.Domain.Invoices;

/// <summary>All that was read back of an invoice from the tax office.</summary>
/// <param name="Number">The 17 digits of Coretax; null without.</param>
/// <param name="Status">As Coretax's list last said; null until it was read back.</param>
/// <param name="Approval">What is known of the tax office's word on its number.</param>
/// <param name="ReadAt">When it was read back.</param>
/// <param name="Contested">Coretax's list contradicts what is here, and nobody has decided yet.</param>
public sealed record TaxOfficeWord(string? Number, CoretaxStatus? Status, TaxApproval Approval, DateTime? ReadAt, bool Contested)
{
    /// <summary>As JSON.</summary>
    public string Write() => JsonSerializer.Serialize(this);

    /// <summary>What <see cref="Write"/> wrote.</summary>
    public static TaxOfficeWord Read(string json) => JsonSerializer.Deserialize<TaxOfficeWord>(json)!;
}
