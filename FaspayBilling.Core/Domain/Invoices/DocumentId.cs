using System.Security.Cryptography;

namespace FaspayBilling.Core.Domain.Invoices;

/// <summary>Ids in the document API: 26 random capital letters and digits.</summary>
public static class DocumentId
{
    public const int Length = 26;

    /// <summary>A new id from the cryptographic source: it cannot be guessed from others.</summary>
    public static string New() => RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", Length);
}
