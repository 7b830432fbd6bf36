using Microsoft.Extensions.DependencyInjection;

namespace FaspayBilling.Core.Features.Attachments;

/// <summary>Registers the handlers of this room; they keep no state, so one of each is enough.</summary>
internal static class AttachmentsServices
{
    public static IServiceCollection AddAttachments(this IServiceCollection services) => services
        .AddSingleton<DeleteAttachment>()
        .AddSingleton<ListAttachments>()
        .AddSingleton<ReadAttachment>()
        .AddSingleton<ReadUploadOffer>()
        .AddSingleton<ShowAttachment>()
        .AddSingleton<UploadAttachment>();
}
