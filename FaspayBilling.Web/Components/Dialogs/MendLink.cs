using FaspayBilling.Core.Domain.TaxExports;
using FaspayBilling.Core.Features.TaxExports;

namespace FaspayBilling.Web.Components.Dialogs;

/// <summary>Where what keeps an invoice out of an export is mended.</summary>
internal static class MendLink
{
    public static string Href(InvoiceProblem problem) => problem.Problem.Place switch
    {
        MendPlace.Invoice => $"/billings/{problem.InvoiceNumber}",
        MendPlace.Customer => FormattableString.Invariant($"/customers/{problem.CustomerId}"),
        MendPlace.Merchant => "/settings/merchant",
    };

    public static string Text(InvoiceProblem problem) => problem.Problem.Place switch
    {
        MendPlace.Invoice => "Open the invoice",
        MendPlace.Customer => $"Open {problem.Customer}",
        MendPlace.Merchant => "Open Merchant",
    };
}
