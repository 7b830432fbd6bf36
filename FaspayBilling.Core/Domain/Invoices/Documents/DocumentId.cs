using System.Security.Cryptography;

namespace FaspayBilling.Core.Domain.Invoices.Documents;

/// <summary>Ids in the document API: 26 random capital letters and digits.</summary>
public static class DocumentId
{
    public const int Length = 26;

    /// <summary>A new id from the cryptographic source: it cannot be guessed from others.</summary>
    public static string New() => RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", Length);

    /// <summary>True when a document could have this id; anything else need not be looked for.</summary>
    public static bool IsPossible(string id) => id.Length is > 0 and <= Length && id.All(char.IsAsciiLetterOrDigit);
}
