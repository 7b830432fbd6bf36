using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Merchants;

namespace FaspayBilling.Core.Domain.TaxExports;

/// <summary>What may be wrong with the two parties of a tax invoice.</summary>
internal static class PartyProblems
{
    private const int NikLength = 16;
    private const int NitkuLength = 22;

    public static IEnumerable<ExportProblem> OfBuyer(TaxChannel channel, Customer customer)
    {
        foreach (var problem in OfIdentity(customer))
        {
            yield return problem;
        }

        if (BuyerText.Name(customer).Length == 0)
        {
            yield return Customer("buyer-name", "The customer has no name.");
        }

        if (BuyerText.Address(customer).Length == 0)
        {
            yield return Customer("buyer-address", "The customer has no address.");
        }

        if (channel != TaxChannel.Coretax)
        {
            yield break;
        }

        if (customer.Country.Length != 3 || !customer.Country.All(char.IsAsciiLetterUpper))
        {
            yield return Customer("buyer-country", "The customer's country is not a three-letter code, e.g. IDN.");
        }

        if (customer.Document == BuyerDocument.Tin && customer.Nitku.Length > 0 && !IsNitkuOf(customer.Nitku, customer.Npwp))
        {
            yield return Customer("buyer-nitku", "The customer's NITKU needs 22 digits that start with the customer's NPWP in 16 digits.");
        }
    }

    public static IEnumerable<ExportProblem> OfSeller(TaxChannel channel, Merchant merchant)
    {
        if (!Npwp.IsValid(merchant.Npwp))
        {
            yield return Merchant("seller-npwp", "The merchant has no NPWP of 15 or 16 digits.");
        }

        if (channel == TaxChannel.Coretax && merchant.Nitku.Length == 0)
        {
            yield return Merchant("seller-nitku", "The merchant has no NITKU.");
        }
        else if (channel == TaxChannel.Coretax && !IsNitkuOf(merchant.Nitku, merchant.Npwp))
        {
            yield return Merchant("seller-nitku", "The merchant's NITKU needs 22 digits that start with its NPWP in 16 digits.");
        }
    }

    private static IEnumerable<ExportProblem> OfIdentity(Customer customer)
    {
        var number = customer.DocumentNumber;
        if (customer.Document == BuyerDocument.Tin && customer.Npwp.Length == 0)
        {
            yield return Customer("buyer-npwp", "The customer has no NPWP. Enter it, or choose another document.");
        }
        else if (customer.Document == BuyerDocument.Tin && !Npwp.IsValid(customer.Npwp))
        {
            yield return Customer("buyer-npwp", "The customer's NPWP needs 15 or 16 digits.");
        }
        else if (customer.Document == BuyerDocument.NationalId && (number.Length != NikLength || !number.All(char.IsAsciiDigit)))
        {
            yield return Customer("buyer-nik", number.Length == 0 ? "The customer has no NIK." : "The customer's NIK needs 16 digits.");
        }
        else if (customer.Document is BuyerDocument.Passport or BuyerDocument.OtherId && number.Trim().Length == 0)
        {
            yield return Customer("buyer-document", $"The customer's {(customer.Document == BuyerDocument.Passport ? "passport" : "document")} number is missing.");
        }
    }

    private static bool IsNitkuOf(string nitku, string npwp) =>
        nitku.Length == NitkuLength && nitku.All(char.IsAsciiDigit) && npwp.Length > 0 && nitku.StartsWith(Npwp.Long(npwp), StringComparison.Ordinal);

    private static ExportProblem Customer(string code, string sentence) => new(code, sentence, MendPlace.Customer);

    private static ExportProblem Merchant(string code, string sentence) => new(code, sentence, MendPlace.Merchant);
}
