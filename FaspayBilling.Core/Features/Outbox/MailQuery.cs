using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Outbox.Mail;

namespace FaspayBilling.Core.Features.Outbox;

/// <summary>What the mail outbox is asked for; all of it stands in the page's address.</summary>
public sealed record MailQuery
{
    /// <summary>Part of the recipient's address, of the subject or of the invoice's number; capitals do not matter.</summary>
    public string Search { get; init; } = "";

    /// <summary>Null for all.</summary>
    public MailState? State { get; init; }

    /// <summary>Null for all.</summary>
    public MailKind? Kind { get; init; }

    /// <summary>The first Jakarta day on which it was written; null for any.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last such day, included.</summary>
    public DateOnly? To { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    public int Size { get; init; } = PageSizes.Usual;
}
