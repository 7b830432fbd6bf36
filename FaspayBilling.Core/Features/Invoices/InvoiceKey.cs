namespace FaspayBilling.Core.Features.Invoices;

/// <summary>The invoice an action is meant for.</summary>
/// <param name="Number">Its invoice number.</param>
/// <param name="Version">The version somebody looked at when deciding: a stale one is refused with <c>changed-elsewhere</c>. Null from
/// lists and APIs.</param>
public sealed record InvoiceKey(string Number, int? Version = null)
{
    public static implicit operator InvoiceKey(string number) => new(number);
}
