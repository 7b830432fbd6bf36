using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Features.Invoices;

/// <summary>The invoice an action is meant for.</summary>
/// <param name="Number">Its invoice number.</param>
/// <param name="Version">The version somebody looked at when deciding: a stale one is refused with <c>changed-elsewhere</c>. Null from
/// lists and APIs.</param>
public sealed record InvoiceKey(string Number, int? Version = null)
{
    public static implicit operator InvoiceKey(string number) => new(number);

    /// <summary>Refuses <c>not-allowed</c>, then <c>changed-elsewhere</c>.</summary>
    /// <param name="actor">Who wants to change it.</param>
    /// <param name="version">The one that stands.</param>
    public Refusal? WhyNot(Actor actor, int version) =>
        actor.WhyNot(Role.Finance) ?? (Version is { } seen && seen != version ? Refusals.ChangedElsewhere : null);
}
