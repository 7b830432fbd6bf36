using FaspayBilling.Core.Configuration;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Outbox.Callbacks;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.BillingApi;

/// <summary>A bill as the billing API tells it.</summary>
/// <param name="Id">The API's <c>billing_id</c>.</param>
/// <param name="TransactionNumber">The merchant's number.</param>
/// <param name="Total">Whole rupiah.</param>
/// <param name="Due">Instant (UTC).</param>
/// <param name="Url">Its bill page.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Payments">What was received and not undone, in the order in which it was recorded.</param>
public sealed record ApiBill(
    long Id,
    string TransactionNumber,
    decimal Total,
    DateTime Due,
    string Url,
    InvoiceStatus Status,
    IReadOnlyList<BillPayment> Payments)
{
    internal static ApiBill Of(Invoice invoice, SiteSettings site) => new(
        invoice.Id, invoice.TransactionNumber!, invoice.Total, invoice.Due, $"{site.Address}/bill/{invoice.BillKey}", invoice.Status,
        [.. invoice.Payments.Where(p => p.UndoneAt is null)
            .OrderBy(p => p.Id)
            .Select(p => new BillPayment(p.Id, CallbackBody.MomentOf(p), p.Amount))]);

    /// <summary>The merchant's bills that came over the API, with their payments.</summary>
    internal static IQueryable<Invoice> Among(BillingDb db, BillCaller caller) =>
        db.Set<Invoice>().VisibleTo(caller.Actor).Where(i => i.TransactionNumber != null).Include(i => i.Payments);
}

/// <summary>Money received for a bill.</summary>
/// <param name="Id">The API's <c>payment_id</c>.</param>
/// <param name="Moment">Jakarta's clock.</param>
/// <param name="Amount">Rupiah.</param>
public sealed record BillPayment(long Id, DateTime Moment, decimal Amount);
