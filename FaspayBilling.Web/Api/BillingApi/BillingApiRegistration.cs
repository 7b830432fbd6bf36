using FaspayBilling.Web.Api.Description;

namespace FaspayBilling.Web.Api.BillingApi;

/// <summary>
/// Faspay's billing API: its services and its addresses. Signatures are its sign-in, so cookies and antiforgery stay out.
/// </summary>
internal static class BillingApiRegistration
{
    public const string Path = "/billingbackendapi/web/billing/get-all-billing";
    public const string CreatePath = "/billingbackendapi/web/api/create";
    public const string InquirePath = "/billingbackendapi/web/api/inquire";
    public const string CancelPath = "/billingbackendapi/web/api/cancel";

    public static IServiceCollection AddBillingApi(this IServiceCollection services) =>
        services.AddSingleton<BillingApiPipeline>().AddSingleton<BillingEndpoint>().AddSingleton<BillEndpoint>();

    public static void MapBillingApi(this WebApplication app)
    {
        var open = app.MapGroup("").AllowAnonymous().DisableAntiforgery();
        open.MapGet(Path, (HttpContext http, BillingEndpoint billing) => billing.HandleAsync(http))
            .WithName("listInvoices")
            .WithTags(ApiTag.Billing)
            .DescribeList();
        open.MapPost(CreatePath, (HttpContext http, BillEndpoint bills) => bills.CreateAsync(http))
            .WithName("createBill")
            .WithTags(ApiTag.Billing)
            .DescribeCreate();
        open.MapGet(InquirePath, (HttpContext http, BillEndpoint bills) => bills.InquireAsync(http))
            .WithName("inquireBill")
            .WithTags(ApiTag.Billing)
            .DescribeInquire();
        open.MapPost(InquirePath, (HttpContext http, BillEndpoint bills) => bills.InquireAsync(http))
            .WithName("inquireBillByPost")
            .WithTags(ApiTag.Billing)
            .DescribeInquireByPost();
        open.MapPost(CancelPath, (HttpContext http, BillEndpoint bills) => bills.CancelAsync(http))
            .WithName("cancelBill")
            .WithTags(ApiTag.Billing)
            .DescribeCancel();

        // Nothing under this address may end at the sign-in page.
        open.Map("/billingbackendapi/{**path}", BillingEndpoint.NothingHereAsync).ExcludeFromDescription();
    }

    /// <summary>What may be sent to an address; null for one that is not of this API.</summary>
    public static string? MethodsOf(PathString path) =>
        IsList(path) ? HttpMethods.Get
        : path.Equals(InquirePath, StringComparison.OrdinalIgnoreCase) ? $"{HttpMethods.Get}, {HttpMethods.Post}"
        : path.Equals(CreatePath, StringComparison.OrdinalIgnoreCase) || path.Equals(CancelPath, StringComparison.OrdinalIgnoreCase)
            ? HttpMethods.Post
        : null;

    public static bool IsList(PathString path) => path.Equals(Path, StringComparison.OrdinalIgnoreCase);
}
