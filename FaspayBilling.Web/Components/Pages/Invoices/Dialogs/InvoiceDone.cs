using FaspayBilling.Core.Domain.Invoices.Actions;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Web.Components.Pages.Invoices.Dialogs;

/// <summary>An action on an invoice that came to its end.</summary>
public sealed record InvoiceDone(InvoiceAction Action, string Number, Outcome Outcome)
{
    /// <summary>The new invoice's number after Duplicate; null otherwise.</summary>
    public string? Copy => Action == InvoiceAction.Duplicate && Outcome is Outcome<string> { Ok: true } made ? made.Value : null;
}
