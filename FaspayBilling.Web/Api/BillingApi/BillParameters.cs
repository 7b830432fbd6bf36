using System.Globalization;
using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Domain.ApiAccess;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.BillingApi;

namespace FaspayBilling.Web.Api.BillingApi;

/// <summary>Reads the parameters of Create, Inquire and Cancel; only of use when the fields found no fault.</summary>
internal static class BillParameters
{
    private const int LongestNumber = 40;
    private const int LongestName = 200;
    private const int LongestPhone = 40;
    private const int LongestAddress = 500;
    private const int LongestNotes = 2_000;
    private const decimal MostTotal = 9_999_999_999_999m;
    private const string MomentNeeded = "a moment in Jakarta as yyyy-MM-dd HH:mm:ss is needed";
    private const string DigitsNeeded = "a whole number from 1 on is needed";

    public static SignedBill Signed(BillingFields fields)
    {
        var service = fields.Needed("service_id", Key, DigitsNeeded) ?? 0;
        var number = fields.Needed("transaction_number", Digits(1, LongestNumber), "1 to 40 digits are needed") ?? "";
        var signature = fields.Needed(
            "signature",
            text => BillingSignature.IsOne(text) ? text : null,
            "40 lower-case hex digits, SHA1(MD5(username + password + transaction_number)), are needed")
            ?? "";
        return new SignedBill(service, number, signature);
    }

    public static long BillId(BillingFields fields) => fields.Needed("billing_id", Key, DigitsNeeded) ?? 0;

    public static BillRequest Request(BillingFields fields) => new()
    {
        Total = fields.Needed("billing_total", Total, "whole rupiah above 0 are needed, e.g. 10000") ?? 0,
        Date = fields.Optional("billing_date", Instant, MomentNeeded),
        Due = fields.Optional("billing_due_date", Instant, MomentNeeded),
        Notes = fields.Optional("billing_notes", Lines(LongestNotes), "at most 2000 characters are kept") ?? "",
        Items = fields.Array("items") is { } items ? BillItems.Read(fields, items) : [],
        Language = fields.Optional("billing_language", LanguageOf, "EN or ID is needed, or nothing for EN") ?? Language.English,
        CustomerName = fields.Needed("customer_name", Line(LongestName), "1 to 200 characters are needed") ?? "",
        CustomerEmail = fields.Needed(
            "customer_email", text => EmailAddress.IsValid(text.Trim()) ? text.Trim() : null, "an e-mail address is needed")
            ?? "",
        CustomerPhone = fields.Needed("customer_phone", Phone, "5 to 40 digits are needed, perhaps with a + in front") ?? "",
        CustomerAddress = fields.Optional("customer_address", Lines(LongestAddress), "at most 500 characters are kept") ?? "",
        StaticVa = fields.Optional("static_va_no", Digits(10, 20), "10 to 20 digits are needed, or nothing") ?? "",
    };

    private static long? Key(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var key) && key >= 1 ? key : null;

    private static Func<string, string?> Digits(int least, int most) =>
        text => text.Length >= least && text.Length <= most && text.All(char.IsAsciiDigit) ? text : null;

    private static decimal? Total(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var total)
            && total is > 0 and <= MostTotal
            && Rupiah.Whole(total) == total
            ? total
            : null;

    private static DateTime? Instant(string text) =>
        BillingWire.Moment(text) is { } local ? JakartaCalendar.At(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local)) : null;

    private static Func<string, string?> Line(int most) =>
        text => !text.Trim().Any(char.IsControl) && PlainText.Line(text) is { Length: > 0 } line && line.Length <= most ? line : null;

    private static Func<string, string?> Lines(int most) =>
        text => PlainText.Lines(text) is var lines
            && lines.Length <= most
            && !text.Trim().Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t'))
            ? lines
            : null;

    private static Language? LanguageOf(string text) => text.ToUpperInvariant() switch
    {
        "EN" => Language.English,
        "ID" => Language.Indonesian,
        _ => null,
    };

    private static string? Phone(string text)
    {
        var trimmed = text.Trim();
        var digits = trimmed.Count(char.IsAsciiDigit);
        return digits >= 5
            && trimmed.Length <= LongestPhone
            && trimmed.Select((c, i) => char.IsAsciiDigit(c) || c is ' ' or '-' or '(' or ')' || (c == '+' && i == 0)).All(fine => fine)
            ? trimmed
            : null;
    }
}
