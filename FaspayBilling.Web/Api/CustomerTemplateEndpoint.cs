using FaspayBilling.Core.Features.Customers;
using FaspayBilling.Core.Sheets;

namespace FaspayBilling.Web.Api;

internal static class CustomerTemplateEndpoint
{
    /// <summary>GET the empty workbook for an import of customers.</summary>
    public static void MapCustomerTemplate(this IEndpointRouteBuilder app) => app.MapGet("/customers/template.xlsx", () =>
    {
        using var file = new MemoryStream();
        CustomerFiles.WriteTemplate(file);
        return Results.Bytes(file.ToArray(), XlsxWriter.ContentType, "Customers template.xlsx");
    });
}
