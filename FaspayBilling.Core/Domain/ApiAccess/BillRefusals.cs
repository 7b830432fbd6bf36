using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Domain.ApiAccess;

/// <summary>The "no" about bills over the billing API; fields are the API's parameters.</summary>
public static class BillRefusals
{
    public static readonly Refusal BillNotFound = Refusal.NotFound("bill.not-found", "billing_id");
    public static readonly Refusal BillOtherRequest = Refusal.Of(RefusalKind.Rule, "bill.other-request", "transaction_number");
    public static readonly Refusal BillDeleted = Refusal.Of(RefusalKind.Rule, "bill.deleted", "transaction_number");
    public static readonly Refusal BillDue = Refusal.Bad("bill.due", "billing_due_date");

    public static Refusal BillDate(DayRange days) =>
        Refusal.Bad("bill.date", "billing_date", ("first", days.First), ("last", days.Last));

    public static Refusal BillDueFar(DayRange days) => Refusal.Bad("bill.due:far", "billing_due_date", ("last", days.Last));

    public static readonly Refusal BillStaticVa = Refusal.Bad("bill.static-va", "static_va_no");

    /// <param name="parameter">Of the API.</param>
    /// <param name="reason">Why no such customer can be kept.</param>
    public static Refusal BillCustomer(string parameter, Message reason) => Refusal.Bad("bill.customer", parameter, ("reason", reason));

    public static Refusal BillItems(decimal sum, decimal total) =>
        Refusal.Bad("bill.items", "items", ("sum", Value.Money(sum)), ("total", Value.Money(total)));
}
