using Microsoft.Extensions.DependencyInjection;

namespace FaspayBilling.Core.Features.BillingApi;

/// <summary>Registers the handlers of this room; they keep no state, so one of each is enough.</summary>
internal static class BillingApiServices
{
    public static IServiceCollection AddBillingApi(this IServiceCollection services) => services
        .AddSingleton<CancelBill>()
        .AddSingleton<CreateBill>()
        .AddSingleton<FindBillCaller>()
        .AddSingleton<InquireBill>()
        .AddSingleton<ListInvoicesForApi>();
}
