using System.Security.Cryptography;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Payments;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxNumbers;

namespace FaspayBilling.Tests.Support.Data;

/// <summary>Leads a new invoice through the moves that end in a status.</summary>
internal static class InvoiceLife
{
    /// <param name="invoice">A Draft.</param>
    /// <param name="to">Where it ends.</param>
    /// <param name="now">When it all happens.</param>
    /// <param name="taxNumber">Given right after the issue.</param>
    public static void Lead(Invoice invoice, InvoiceStatus to, DateTime now, TaxNumber? taxNumber = null)
    {
        switch (to)
        {
            case InvoiceStatus.Draft:
                break;
            case InvoiceStatus.Proforma:
                invoice.SendAsProforma();
                break;
            case InvoiceStatus.Unpaid or InvoiceStatus.Overdue:
                Issue(invoice, now, taxNumber);
                break;
            case InvoiceStatus.PartiallyPaid:
                Issue(invoice, now, taxNumber);
                invoice.Pay(Payment(invoice.Total / 4, now), now);
                break;
            case InvoiceStatus.Paid:
                Issue(invoice, now, taxNumber);
                invoice.Pay(Payment(invoice.Total, now), now);
                break;
            case InvoiceStatus.Cancelled:
                Issue(invoice, now, taxNumber);
                invoice.Cancel(now, null);
                break;
        }
    }

    private static void Issue(Invoice invoice, DateTime now, TaxNumber? taxNumber)
    {
        invoice.Issue(
            now, RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", 26), windowHours: null, documentWindowHours: 72);
        if (taxNumber is { } number)
        {
            invoice.Give(number);
        }
    }

    private static Payment Payment(decimal amount, DateTime now) =>
        new()
        {
            Amount = amount,
            Date = JakartaCalendar.DayOf(now),
            Method = PaymentRules.Methods[0],
            RecordedBy = "Fina Finance",
            RecordedAt = now
        };
}
