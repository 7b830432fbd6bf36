using FaspayBilling.Core.Domain.TaxOffice;
using FaspayBilling.Core.Features.TaxOffice.Exports;

namespace FaspayBilling.Web.Components.Pages.EFaktur;

/// <summary>Where what keeps an invoice out of an export is mended.</summary>
internal static class FixLink
{
    public static string Href(InvoiceProblem problem) => problem.Problem.Place switch
    {
        ProblemLocation.Invoice => $"/billings/{problem.InvoiceNumber}",
        ProblemLocation.Customer => FormattableString.Invariant($"/customers/{problem.CustomerId}"),
        ProblemLocation.Merchant => "/settings/merchant",
        ProblemLocation.CoretaxList => "/e-faktur/coretax",
    };

    public static string Text(InvoiceProblem problem) => problem.Problem.Place switch
    {
        ProblemLocation.Invoice => T("Open the invoice"),
        ProblemLocation.Customer => T($"Open {problem.Customer}"),
        ProblemLocation.Merchant => T("Open Merchant"),
        ProblemLocation.CoretaxList => T("Open Coretax List"),
    };
}
