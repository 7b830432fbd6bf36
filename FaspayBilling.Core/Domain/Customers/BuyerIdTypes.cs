namespace FaspayBilling.Core.Domain.Customers;

/// <summary>The buyer's documents as people and Coretax call them.</summary>
public static class BuyerIdTypes
{
    public static readonly IReadOnlyList<BuyerIdType> All =
    [
        BuyerIdType.Tin, BuyerIdType.NationalId, BuyerIdType.Passport, BuyerIdType.OtherId
    ];

    public static string Text(this BuyerIdType document) => document switch
    {
        BuyerIdType.Tin => "TIN",
        BuyerIdType.NationalId => "National ID",
        BuyerIdType.Passport => "Passport",
        BuyerIdType.OtherId => "Other ID",
    };

    /// <summary>
    /// The document of that name, capitals or not; also NPWP, NIK and KTP as Indonesian lists write them. Null for anything else.
    /// </summary>
    public static BuyerIdType? Parse(string text) => text.Trim().ToUpperInvariant() switch
    {
        "TIN" or "NPWP" => BuyerIdType.Tin,
        "NATIONAL ID" or "NATIONALID" or "NIK" or "KTP" => BuyerIdType.NationalId,
        "PASSPORT" or "PASPOR" => BuyerIdType.Passport,
        "OTHER ID" or "OTHERID" or "OTHER" or "LAINNYA" => BuyerIdType.OtherId,
        _ => null,
    };
}
