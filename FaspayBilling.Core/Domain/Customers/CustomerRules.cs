using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice.Codes;

namespace FaspayBilling.Core.Domain.Customers;

/// <summary>What a customer must be (docs/sources/faspay.md 16, docs/sources/tax-law.md 3.3); every refusal names its field.</summary>
public static class CustomerRules
{
    public const int LongestName = 200;
    public const int LongestAddress = 500;
    public const int LongestInfo = 500;
    public const int LongestDocument = 40;

    /// <summary>What was typed as it is stored: one line each, digits without punctuation.</summary>
    public static CustomerInput Clean(CustomerInput typed) => typed with
    {
        Name = PlainText.Line(typed.Name),
        Email = CustomerEmails.Text(CustomerEmails.Of(typed.Email).Select(PlainText.Line)),
        PhoneCode = PlainText.Line(typed.PhoneCode).TrimStart('+'),
        ContactNo = PlainText.Line(typed.ContactNo),
        Address = PlainText.Line(typed.Address),
        AdditionalInfo = PlainText.Line(typed.AdditionalInfo),
        VaNumber = Digits(typed.VaNumber),
        TransactionCode = PlainText.Line(typed.TransactionCode ?? "") is { Length: > 0 } code ? code : null,
        DocumentNumber = typed.Document == BuyerIdType.NationalId ? Digits(typed.DocumentNumber) : PlainText.Line(typed.DocumentNumber),
        Country = PlainText.Line(typed.Country).ToUpperInvariant(),
        Npwp = Digits(typed.Npwp),
        Nitku = Digits(typed.Nitku),
        NpwpName = PlainText.Line(typed.NpwpName),
        NpwpAddress = PlainText.Line(typed.NpwpAddress),
    };

    /// <summary>Everything that is wrong with a cleaned input, except what only other rows can say.</summary>
    /// <remarks>
    /// Form, import and billing API ask this one function. Only name and e-mail must be filled in; who is meant for the tax office is asked
    /// when an invoice needs it (<see cref="TaxIdentity"/>).
    /// </remarks>
    /// <param name="input">As <see cref="Clean"/> gave it.</param>
    /// <param name="isEmail">What counts as an e-mail address.</param>
    public static IReadOnlyList<Refusal> WhyNot(CustomerInput input, Func<string, bool> isEmail) => [.. new[]
    {
        input.Name.Length is >= 1 and <= LongestName ? null : CustomerRefusals.CustomerName,
        WhyNotEmails(input.Email, isEmail),
        input.ContactNo.Length == 0 || (PhoneNumber.IsContact(input.ContactNo) && Countries.HasPhoneCode(input.PhoneCode))
            ? null
            : CustomerRefusals.CustomerPhone,
        input.Address.Length <= LongestAddress ? null : CustomerRefusals.CustomerAddress,
        input.VaNumber.Length == 0 || VaNumber.IsValid(input.VaNumber) ? null : CustomerRefusals.CustomerVaNumber,
        input.AdditionalInfo.Length <= LongestInfo ? null : CustomerRefusals.CustomerAdditionalInfo,
        input.TransactionCode is null || TransactionCodes.IsKnown(input.TransactionCode) ? null : CustomerRefusals.CustomerTransactionCode,
        WhyNotDocument(input),
        Countries.Has(input.Country) ? null : CustomerRefusals.CustomerCountry,
        input.Npwp.Length == 0 || Npwp.IsValid(input.Npwp) ? null : CustomerRefusals.CustomerNpwp,
        input.Nitku.Length == 0 || (input.Document == BuyerIdType.Tin && Nitku.IsValid(input.Nitku, input.Npwp))
            ? null
            : CustomerRefusals.CustomerNitku,
        input.NpwpName.Length <= LongestName ? null : CustomerRefusals.CustomerNpwpName,
        input.NpwpAddress.Length <= LongestAddress ? null : CustomerRefusals.CustomerNpwpAddress,
    }.OfType<Refusal>()];

    /// <summary>What the tax office's register may know better: worth a look, saved nevertheless; null without any.</summary>
    public static Message? Warning(CustomerInput input)
    {
        var national = input.Document == BuyerIdType.NationalId ? input.DocumentNumber : IsNik(input.Npwp) ? input.Npwp : "";
        return Npwp.IsValid(input.Npwp) && !Npwp.CheckDigitHolds(input.Npwp)
            ? Message.Of("customer-warning.check-digit")
            : input is { Document: BuyerIdType.Tin, Npwp.Length: > 0 } && Npwp.IsNone(input.Npwp)
                ? Message.Of("customer-warning.zeros")
            : Nik.IsValid(national) && !Nik.IsPlausible(national)
                ? Message.Of("customer-warning.birth-date")
            : null;
    }

    private static Refusal? WhyNotEmails(string typed, Func<string, bool> isEmail)
    {
        var addresses = CustomerEmails.Of(typed);
        return addresses.Count == 0 ? CustomerRefusals.CustomerEmail
            : addresses.Count > CustomerEmails.Most ? CustomerRefusals.CustomerEmailsTooMany(addresses.Count)
            : addresses.FirstOrDefault(a => !isEmail(a)) is { } wrong ? CustomerRefusals.CustomerEmailWrong(wrong)
            : null;
    }

    private static Refusal? WhyNotDocument(CustomerInput input) => input.Document switch
    {
        BuyerIdType.Tin => input.DocumentNumber.Length == 0 ? null : CustomerRefusals.CustomerDocumentNumber,
        BuyerIdType.NationalId =>
            input.DocumentNumber.Length == 0 || Nik.IsValid(input.DocumentNumber) ? null : CustomerRefusals.CustomerNik,
        _ => input.DocumentNumber.Length <= LongestDocument ? null : CustomerRefusals.CustomerDocumentNumber,
    };

    // Since PMK-112 the NPWP of a resident is the NIK; of 16 digits those with 0 are old ones, those with 10 new companies.
    private static bool IsNik(string npwp) => npwp.Length == 16 && npwp[0] != '0' && !npwp.StartsWith("10", StringComparison.Ordinal);

    private static string Digits(string typed) => Npwp.PastedDigits(PlainText.Line(typed)) ?? PlainText.Line(typed);
}
