using System.Globalization;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Actions;
using FaspayBilling.Core.Domain.Invoices.Payments;
using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Domain.TaxOffice.Codes;

namespace FaspayBilling.Tests.Domain.Shared;

/// <summary>Facts, payments and ranges for the tables of the rules: plain ones, of which a test changes what it is about.</summary>
internal static class Sample
{
    public const string DocumentId = "F9D425P6DS7D8IUF9D425P6DS7";

    /// <summary>A Jakarta Monday, 10:00 there.</summary>
    public static readonly DateTime Now = new(2026, 11, 16, 3, 0, 0, DateTimeKind.Utc);

    public static readonly DateOnly Today = new(2026, 11, 16);

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateTime Utc(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture).UtcDateTime;

    public static InvoiceFacts Facts(InvoiceStatus status) => new()
    {
        Status = status, InvoiceTax = true, HasTaxNumber = false, HasTaxFile = false, Exported = false, TaxApproval = TaxApproval.Unknown,
        Paid = 0, CancelDeadline = null, DocumentCancelDeadline = Now.AddHours(1), Referenced = false,
    };

    public static Payment Payment(decimal amount) =>
        new() { Amount = amount, Date = Today, Method = "Cash", RecordedBy = "finance", RecordedAt = Now };

    public static TaxNumber Number(string digits) =>
        TaxNumber.TryParse(digits, out var number) ? number : throw new ArgumentException($"{digits} is no number", nameof(digits));

    public static TaxNumberRange Range(string start, string end, int year = 2026, bool used = false) =>
        new() { MerchantId = 1, Year = year, Start = Number(start), End = Number(end), FirstUsedAt = used ? Now : null };
}
