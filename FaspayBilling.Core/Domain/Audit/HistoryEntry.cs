using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Domain.Audit;

/// <summary>Who did what and when, refused attempts included; never changed, never deleted (kept ten years).</summary>
public sealed class HistoryEntry : IMerchantOwned
{
    /// <summary>What the security history shows: who may do what, and the settings that decide about it.</summary>
    public static readonly IReadOnlyList<HistorySubject> OfSecurity =
    [
        HistorySubject.Session, HistorySubject.User, HistorySubject.ApiAccess, HistorySubject.BillingSettings, HistorySubject.Merchant,
        HistorySubject.Threshold,
    ];

    public long Id { get; private set; }

    /// <summary>The security history shows it: <see cref="IsOfSecurity"/>, kept so that it is found among millions.</summary>
    public bool Security { get; init; }

    public required long MerchantId { get; init; }

    public required DateTime At { get; init; }

    public long? UserId { get; init; }

    public required string Who { get; init; }

    public required HistorySubject Subject { get; init; }

    /// <summary>Key of the invoice, range, file … the entry is about; null when there is none.</summary>
    public long? SubjectId { get; init; }

    /// <summary>What happened: the key of its sentence, e.g. <c>invoice.cancel:held</c>; a refused attempt's ends in "refused".</summary>
    public required string Action { get; init; }

    /// <summary>What the sentence asks for.</summary>
    public required Sequence<NamedValue> Arguments { get; init; }

    /// <summary>The client's network address, for what the security history shows; null otherwise.</summary>
    public string? Address { get; init; }

    /// <summary>The browser's short name, for what the security history shows; null otherwise.</summary>
    public string? Browser { get; init; }

    /// <summary>The refusal's code when the attempt was refused.</summary>
    public string? RefusalCode { get; init; }

    /// <summary>What happened, as it is said to people.</summary>
    public Message Message => new(Action, Arguments);

    /// <summary>Whether the security history shows it: by what it is about, or since somebody tried what was not allowed.</summary>
    public static bool IsOfSecurity(HistorySubject subject, string? refusalCode) =>
        OfSecurity.Contains(subject) || refusalCode is "not-allowed" or "session.ended";
}
