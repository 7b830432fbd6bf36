namespace FaspayBilling.Core.Domain.Customers;

/// <summary>The buyer's documents as people and Coretax call them.</summary>
public static class BuyerDocuments
{
    public static readonly IReadOnlyList<BuyerDocument> All = [BuyerDocument.Tin, BuyerDocument.NationalId, BuyerDocument.Passport, BuyerDocument.OtherId];

    public static string Text(this BuyerDocument document) => document switch
    {
        BuyerDocument.Tin => "TIN",
        BuyerDocument.NationalId => "National ID",
        BuyerDocument.Passport => "Passport",
        BuyerDocument.OtherId => "Other ID",
    };

    /// <summary>The document of that name, capitals or not; also NPWP, NIK and KTP as Indonesian lists write them. Null for anything else.</summary>
    public static BuyerDocument? Parse(string text) => text.Trim().ToUpperInvariant() switch
    {
        "TIN" or "NPWP" => BuyerDocument.Tin,
        "NATIONAL ID" or "NATIONALID" or "NIK" or "KTP" => BuyerDocument.NationalId,
        "PASSPORT" or "PASPOR" => BuyerDocument.Passport,
        "OTHER ID" or "OTHERID" or "OTHER" or "LAINNYA" => BuyerDocument.OtherId,
        _ => null,
    };
}
