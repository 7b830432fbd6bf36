using System.Security.Cryptography;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Web.Components.Ui.Dialogs;

/// <summary>Keys of opened forms.</summary>
public static class FormKeys
{
    private const int Bytes = 16;

    /// <summary>A key that no other form has: 32 hexadecimal digits.</summary>
    public static string New() => RandomNumberGenerator.GetHexString(Bytes * 2, lowercase: true);

    /// <summary>A form that opens now.</summary>
    public static SentForm Open() => new(New());
}
