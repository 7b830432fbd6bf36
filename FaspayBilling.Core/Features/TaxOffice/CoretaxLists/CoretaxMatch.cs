namespace FaspayBilling.Core.Features.TaxOffice.CoretaxLists;

/// <summary>How a row of the list found its invoice.</summary>
public enum CoretaxMatch
{
    None,

    /// <summary>Referensi is the invoice's number.</summary>
    Reference,

    /// <summary>The invoice's E-Faktur No stands in it, with the 9 that marks e-Faktur Desktop.</summary>
    DesktopNumber,

    /// <summary>Somebody chose it.</summary>
    Hand,
}
