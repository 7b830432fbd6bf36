using FaspayBilling.Core.Features.Customers;
using FaspayBilling.Core.Formats.Sheets;

namespace FaspayBilling.Web.Files;

internal static class CustomerTemplateEndpoint
{
    /// <summary>GET the empty workbook for an import of customers.</summary>
    public static void MapCustomerTemplate(this IEndpointRouteBuilder app) => app.MapGet("/customers/template.xlsx", () =>
    {
        using var file = new MemoryStream();
        CustomerFiles.WriteTemplate(file);
        return FileAnswer.Saved("Customers template.xlsx", XlsxWriter.ContentType, file.ToArray());
    });
}
