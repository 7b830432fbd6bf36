using FaspayBilling.Core.Domain.Audit;

namespace FaspayBilling.Core.Live;

/// <summary>What a committed change touched; pages re-read only when something they show is in it.</summary>
/// <param name="MerchantId">Whose rows changed.</param>
/// <param name="Rows">The kinds and keys of what changed.</param>
public sealed record LiveChange(long MerchantId, IReadOnlyList<ChangedRow> Rows)
{
    /// <summary>True when something of that kind changed.</summary>
    public bool Touches(HistorySubject subject) => Rows.Any(r => r.Subject == subject);

    /// <summary>True when that very row changed.</summary>
    public bool Touches(HistorySubject subject, long id) => Rows.Any(r => r.Subject == subject && r.Id == id);
}
