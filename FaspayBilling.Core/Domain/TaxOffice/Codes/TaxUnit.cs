namespace FaspayBilling.Core.Domain.TaxOffice.Codes;

/// <summary>One of the tax office's units.</summary>
/// <param name="Code">UM.0001 to UM.0039.</param>
/// <param name="Name">As the tax office names it, in Indonesian.</param>
public sealed record TaxUnit(string Code, string Name);
