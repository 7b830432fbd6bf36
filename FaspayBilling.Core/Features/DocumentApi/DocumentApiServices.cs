using Microsoft.Extensions.DependencyInjection;

namespace FaspayBilling.Core.Features.DocumentApi;

/// <summary>Registers the handlers of this room; they keep no state, so one of each is enough.</summary>
internal static class DocumentApiServices
{
    public static IServiceCollection AddDocumentApi(this IServiceCollection services) => services
        .AddSingleton<AddDocument>()
        .AddSingleton<CancelDocument>()
        .AddSingleton<DocumentChanges>()
        .AddSingleton<IssueToken>()
        .AddSingleton<ListDocumentTypes>()
        .AddSingleton<ListNotifications>()
        .AddSingleton<ListRecentDocuments>()
        .AddSingleton<ReadCaller>()
        .AddSingleton<ReadDocument>()
        .AddSingleton<RejectDocument>();
}
