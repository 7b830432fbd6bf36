using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Web.Files;

/// <summary>A file that waits to be fetched.</summary>
/// <param name="Id">32 random hex digits: the last part of its address.</param>
/// <param name="MerchantId">The merchant of the user.</param>
/// <param name="UserId">The only user who may fetch it.</param>
/// <param name="Role">What the user was when it was made: whoever is less now does not get it.</param>
/// <param name="FileName">What the browser calls it.</param>
/// <param name="ContentType">Its type.</param>
/// <param name="Path">Where it lies.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Until">When it goes.</param>
public sealed record ReadyDownload(
    string Id,
    long MerchantId,
    long? UserId,
    Role Role,
    string FileName,
    string ContentType,
    string Path,
    long Size,
    DateTimeOffset Until)
{
    public string Address => $"/downloads/{Id}";
}
