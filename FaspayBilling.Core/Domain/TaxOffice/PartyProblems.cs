using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Domain.TaxOffice;

/// <summary>What may be wrong with the two parties of a tax invoice.</summary>
internal static class PartyProblems
{
    private const int NitkuLength = 22;

    public static IEnumerable<ExportProblem> OfBuyer(TaxChannel channel, Customer customer)
    {
        foreach (var problem in OfIdentity(customer))
        {
            yield return problem;
        }

        if (FileText.IsEmpty(channel, BuyerText.Name(customer)))
        {
            yield return Customer("buyer-name");
        }

        if (FileText.IsEmpty(channel, BuyerText.Address(customer)))
        {
            yield return Customer("buyer-address");
        }

        if (channel != TaxChannel.Coretax)
        {
            yield break;
        }

        if (customer.Country.Length != 3 || !customer.Country.All(char.IsAsciiLetterUpper))
        {
            yield return Customer("buyer-country");
        }

        if (customer.Document == BuyerIdType.Tin && customer.Nitku.Length > 0 && !IsNitkuOf(customer.Nitku, customer.Npwp))
        {
            yield return Customer("buyer-nitku");
        }
    }

    public static IEnumerable<ExportProblem> OfSeller(TaxChannel channel, Merchant merchant)
    {
        if (!Npwp.IsValid(merchant.Npwp) || Npwp.IsNone(merchant.Npwp))
        {
            yield return Merchant("seller-npwp");
        }

        if (channel == TaxChannel.Coretax && merchant.Nitku.Length == 0)
        {
            yield return Merchant("seller-nitku:missing");
        }
        else if (channel == TaxChannel.Coretax && !IsNitkuOf(merchant.Nitku, merchant.Npwp))
        {
            yield return Merchant("seller-nitku");
        }
    }

    private static IEnumerable<ExportProblem> OfIdentity(Customer customer)
    {
        var number = customer.DocumentNumber;
        if (customer.Document == BuyerIdType.Tin && customer.Npwp.Length == 0)
        {
            yield return Customer("buyer-npwp:missing");
        }
        else if (customer.Document == BuyerIdType.Tin && !Npwp.IsValid(customer.Npwp))
        {
            yield return Customer("buyer-npwp");
        }
        else if (customer.Document == BuyerIdType.Tin && Npwp.IsNone(customer.Npwp))
        {
            yield return Customer("buyer-npwp:zeros");
        }
        else if (customer.Document == BuyerIdType.NationalId && (!Nik.IsValid(number) || TaxIdentity.IsNone(number)))
        {
            yield return Customer(number.Length == 0 ? "buyer-nik:missing" : "buyer-nik");
        }
        else if (customer.Document is BuyerIdType.Passport or BuyerIdType.OtherId && TaxIdentity.IsNone(number))
        {
            yield return Customer(customer.Document == BuyerIdType.Passport ? "buyer-document:passport" : "buyer-document");
        }
    }

    private static bool IsNitkuOf(string nitku, string npwp) =>
        nitku.Length == NitkuLength
        && nitku.All(char.IsAsciiDigit)
        && npwp.Length > 0
        && nitku.StartsWith(Npwp.Long(npwp), StringComparison.Ordinal);

    private static ExportProblem Customer(string key) => ExportProblem.Of(ProblemLocation.Customer, key);

    private static ExportProblem Merchant(string key) => ExportProblem.Of(ProblemLocation.Merchant, key);
}
