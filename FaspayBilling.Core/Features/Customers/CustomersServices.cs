using Microsoft.Extensions.DependencyInjection;

namespace FaspayBilling.Core.Features.Customers;

/// <summary>Registers the handlers of this room; they keep no state, so one of each is enough.</summary>
internal static class CustomersServices
{
    public static IServiceCollection AddCustomers(this IServiceCollection services) => services
        .AddSingleton<ArchiveCustomer>()
        .AddSingleton<DeleteCustomer>()
        .AddSingleton<DeleteCustomerGroup>()
        .AddSingleton<DownloadCustomers>()
        .AddSingleton<FindCustomers>()
        .AddSingleton<GenerateVaNumber>()
        .AddSingleton<ImportCustomers>()
        .AddSingleton<ListCustomerGroups>()
        .AddSingleton<ListCustomers>()
        .AddSingleton<ReadCustomer>()
        .AddSingleton<ReadCustomerForm>()
        .AddSingleton<ReadCustomerImport>()
        .AddSingleton<SaveCustomer>()
        .AddSingleton<SaveCustomerGroup>();
}
