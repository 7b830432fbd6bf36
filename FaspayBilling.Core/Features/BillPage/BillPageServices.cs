using Microsoft.Extensions.DependencyInjection;

namespace FaspayBilling.Core.Features.BillPage;

/// <summary>Registers the handlers of this room; they keep no state, so one of each is enough.</summary>
internal static class BillPageServices
{
    public static IServiceCollection AddBillPage(this IServiceCollection services) => services
        .AddSingleton<ReadBill>()
        .AddSingleton<ReadBillDocument>()
        .AddSingleton<ReadBillPdf>();
}
