using Microsoft.Extensions.DependencyInjection;

namespace FaspayBilling.Core.Features.TaxNumbers;

/// <summary>Registers the handlers of this room; they keep no state, so one of each is enough.</summary>
internal static class TaxNumbersServices
{
    public static IServiceCollection AddTaxNumbers(this IServiceCollection services) => services
        .AddSingleton<AddRange>()
        .AddSingleton<CheckNewYear>()
        .AddSingleton<DeleteRange>()
        .AddSingleton<EditRange>()
        .AddSingleton<ListRanges>()
        .AddSingleton<ReadNumberHistory>()
        .AddSingleton<ReadThreshold>()
        .AddSingleton<SaveThreshold>()
        .AddSingleton<TaxNumberAllocator>()
        .AddSingleton<ThresholdCheck>();
}
