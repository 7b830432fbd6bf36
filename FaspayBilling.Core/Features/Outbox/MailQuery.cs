using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Outbox.Mail;

namespace FaspayBilling.Core.Features.Outbox;

/// <summary>What the mail outbox is asked for; all of it stands in the page's address.</summary>
public sealed record MailQuery
{
    /// <summary>Null for all.</summary>
    public MailState? State { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    public int Size { get; init; } = PageSizes.Usual;
}
