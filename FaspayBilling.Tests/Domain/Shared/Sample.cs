using System.Globalization;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Actions;
using FaspayBilling.Core.Domain.Invoices.Lines;
using FaspayBilling.Core.Domain.Invoices.Payments;
using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Domain.TaxOffice.Codes;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Domain.Shared;

/// <summary>Facts, invoices and ranges for the tables of the rules: plain ones, of which a test changes what it is about.</summary>
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

    public static InvoiceLine Line(decimal price, decimal quantity = 1, decimal discount = 0) =>
        new() { Position = 1, Name = "Hosting", Quantity = quantity, Price = price, Discount = discount };

    /// <summary>A taxed Draft of 1.000.000 rupiah and 110.000 VAT, due a week after <see cref="Today"/>.</summary>
    public static Invoice Draft(DateOnly? date = null, bool taxed = true, DateTime? due = null, params InvoiceLine[] lines)
    {
        var invoice = new Invoice
        {
            MerchantId = 1,
            Number = "INV-FPY-112600001",
        }
        .With(
            (nameof(Invoice.CustomerId), 7),
            (nameof(Invoice.CustomerName), "PT Maju"),
            (nameof(Invoice.CustomerNpwp), "026015362054000"),
            (nameof(Invoice.Subject), "November"),
            (nameof(Invoice.InvoiceDate), date ?? Today),
            (nameof(Invoice.Due), due ?? Now.AddDays(7)),
            (nameof(Invoice.InvoiceTax), taxed),
            (nameof(Invoice.TransactionCode), taxed ? TransactionCodes.OtherValue : null));
        invoice.Bill(lines.Length == 0 ? [Line(1_000_000)] : lines);
        return invoice;
    }

    public static Invoice Issued(DateTime? due = null)
    {
        var invoice = Draft(due: due);
        invoice.Issue(Now, DocumentId, windowHours: null, documentWindowHours: 72);
        return invoice;
    }

    public static Payment Payment(decimal amount) =>
        new() { Amount = amount, Date = Today, Method = "Cash", RecordedBy = "finance", RecordedAt = Now };

    public static TaxNumber Number(string digits) =>
        TaxNumber.TryParse(digits, out var number) ? number : throw new ArgumentException($"{digits} is no number", nameof(digits));

    public static TaxNumberRange Range(string start, string end, int year = 2026, bool used = false) =>
        new() { MerchantId = 1, Year = year, Start = Number(start), End = Number(end), FirstUsedAt = used ? Now : null };
}
