namespace FaspayBilling.Core.Domain.TaxOffice.Coretax;

/// <summary>How a row of the list found its invoice; the surest first.</summary>
public enum CoretaxMatch
{
    /// <summary>Its number stands in Referensi, perhaps inside other text.</summary>
    Reference,

    /// <summary>It holds the E-Faktur No in it, with the 9 that marks e-Faktur Desktop.</summary>
    TaxNumber,

    /// <summary>The 17 digits are its already.</summary>
    Number,

    /// <summary>It has a number of the same serial: one replaces the other.</summary>
    Serial,

    None,
}
