using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Data;

/// <summary>Finds merchants of this installation by their tax id.</summary>
internal static class MerchantQueries
{
    /// <summary>Those with the same tax id, whether written with 15 or 16 digits; none for anything else.</summary>
    public static IQueryable<Merchant> WithNpwp(this IQueryable<Merchant> merchants, string digits)
    {
        var (sixteen, fifteen) = Written(digits);
        return merchants.Where(m => m.Npwp == sixteen || m.Npwp == fifteen);
    }

    /// <summary>The two ways in which a tax id may be written; what nobody has when it is none.</summary>
    public static (string Sixteen, string Fifteen) Written(string digits)
    {
        var sixteen = Npwp.IsValid(digits) ? Npwp.Long(digits) : "none";
        return (sixteen, sixteen.StartsWith('0') ? sixteen[1..] : sixteen);
    }
}
