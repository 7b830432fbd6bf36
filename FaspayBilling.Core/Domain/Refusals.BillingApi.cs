using FaspayBilling.Core.Domain.Money;

namespace FaspayBilling.Core.Domain;

/// <summary>The "no" of bills over the billing API; fields are the API's parameters.</summary>
public static partial class Refusals
{
    public static readonly Refusal BillNotFound = new(RefusalKind.NotFound, "bill.not-found", "There is no bill with this billing_id and transaction_number.", "billing_id");
    public static readonly Refusal BillOtherRequest = new(RefusalKind.Rule, "bill.other-request", "It came with another request before. Use a new one for a new bill.", "transaction_number");
    public static readonly Refusal BillDeleted = new(RefusalKind.Rule, "bill.deleted", "Its bill was cancelled and deleted. Use a new one for a new bill.", "transaction_number");
    public static readonly Refusal BillDue = Bad("bill.due", "It is before billing_date.", "billing_due_date");
    public static readonly Refusal BillStaticVa = Bad("bill.static-va", "It is another customer's, or this customer has another one.", "static_va_no");

    public static Refusal BillItems(decimal sum, decimal total) => Bad("bill.items", $"They come to {Rupiah.Text(sum)}, but billing_total is {Rupiah.Text(total)}.", "items");
}
