using FaspayBilling.Core.Features.TaxOffice.CoretaxLists;
using FaspayBilling.Core.Features.TaxOffice.Exports;
using FaspayBilling.Core.Features.TaxOffice.Files;
using FaspayBilling.Core.Features.TaxOffice.YearEnd;
using Microsoft.Extensions.DependencyInjection;

namespace FaspayBilling.Core.Features.TaxOffice;

/// <summary>Registers the handlers of this room; they keep no state, so one of each is enough.</summary>
internal static class TaxOfficeServices
{
    public static IServiceCollection AddTaxOffice(this IServiceCollection services) => services
        .AddSingleton<ApplyCoretaxList>()
        .AddSingleton<AssignCoretaxRow>()
        .AddSingleton<DismissCoretaxRows>()
        .AddSingleton<ListCoretaxReadings>()
        .AddSingleton<ListCoretaxRows>()
        .AddSingleton<PreviewCoretaxList>()
        .AddSingleton<UndoCoretaxList>()
        .AddSingleton<CheckExport>()
        .AddSingleton<ListExportable>()
        .AddSingleton<ListExports>()
        .AddSingleton<ListNumberless>()
        .AddSingleton<MakeExport>()
        .AddSingleton<ReadExport>()
        .AddSingleton<AssignUnmatchedFile>()
        .AddSingleton<DismissUnmatchedFile>()
        .AddSingleton<DownloadTaxFiles>()
        .AddSingleton<ListTaxFiles>()
        .AddSingleton<ListUnmatchedFiles>()
        .AddSingleton<ReadTaxFile>()
        .AddSingleton<ReadUnmatchedFile>()
        .AddSingleton<SendTaxFiles>()
        .AddSingleton<UploadTaxFiles>()
        .AddSingleton<ReadReminder>()
        .AddSingleton<ReadYearEnd>();
}
