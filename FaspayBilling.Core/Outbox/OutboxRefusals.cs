using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Outbox;

/// <summary>The "no" about mails and callbacks.</summary>
public static class OutboxRefusals
{
    public static readonly Refusal CallbackUrl = Refusal.Bad("callback.url", "Url");
    public static readonly Refusal CallbackNotFound = Refusal.NotFound("callback.not-found");
    public static readonly Refusal CallbackNotRepeatable = Refusal.Rule("callback.not-repeatable");
    public static readonly Refusal MailLinkRemoved = Refusal.Rule("mail.link-removed");
    public static readonly Refusal MailNotFound = Refusal.NotFound("mail.not-found");
    public static readonly Refusal MailWithdrawn = Refusal.Rule("mail.withdrawn");
    public static readonly Refusal MailNotResendable = Refusal.Rule("mail.not-resendable");
}
