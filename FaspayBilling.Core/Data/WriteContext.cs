using FaspayBilling.Core.Data.Writing;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Live;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Data;

/// <summary>One write in progress: the locked database, who acts, the instant at which it happens, and its history.</summary>
public sealed class WriteContext(BillingDb db, Actor actor, DateTime now, CancellationToken stop, ClientOrigin? from = null)
{
    private readonly HashSet<ChangedRow> changed = [];
    private readonly List<(HistorySubject Subject, Func<long> Id)> changedWhenSaved = [];
    private readonly HashSet<object> made = new(ReferenceEqualityComparer.Instance);
    private BillingSettings? settings;

    public BillingDb Db => db;

    public Actor Actor => actor;

    /// <summary>UTC, whole milliseconds; the same for everything in this write.</summary>
    public DateTime Now => now;

    public CancellationToken Stop => stop;

    /// <summary>Key of the row the attempt is about, once it is found: a refusal's history row points to it.</summary>
    public long? About { get; set; }

    /// <summary>From where it is written; null when that is not known.</summary>
    internal ClientOrigin? From => from;

    internal IReadOnlyList<ChangedRow> Changed =>
        [.. changed.Union(changedWhenSaved.Select(row => new ChangedRow(row.Subject, row.Id())))];

    /// <summary>Compiled for this database.</summary>
    internal CompiledQueries Queries { get => field ??= new(); init; }

    /// <summary>The merchant's own name and code, once something read them.</summary>
    internal MerchantName? Merchant { get; set; }

    /// <summary>Adds a line to the history, and tells open pages of it after the commit.</summary>
    public void History(
        HistorySubject subject, long? id, string action, params ReadOnlySpan<(string Name, Value Value)> values) =>
        History(subject, id, Message.Of(action, values));

    /// <summary>Adds a line to the history, and tells open pages of it after the commit.</summary>
    public void History(HistorySubject subject, long? id, Message done) => Add(subject, id, done, null);

    /// <summary>Adds a refused attempt to the history although the rest of the write goes on: for bulk actions.</summary>
    public void HistoryRefused(HistorySubject subject, long? id, Message attempt, Refusal refusal) =>
        Add(subject, id, AuditedAction.Refused(attempt, refusal), refusal.Code);

    /// <summary>Tells open pages that something of that kind changed, without a line in the history.</summary>
    public void MarkChanged(HistorySubject subject, long? id = null) => changed.Add(new ChangedRow(subject, id));

    /// <summary>The same of a row that has its key only when it is saved.</summary>
    public void MarkChanged(HistorySubject subject, Func<long> id) => changedWhenSaved.Add((subject, id));

    /// <summary>The row is of this write: nothing else can point at it yet.</summary>
    public void Made(object row) => made.Add(row);

    /// <summary>True of what <see cref="Made"/> was told.</summary>
    public bool IsNew(object row) => made.Contains(row);

    /// <summary>The merchant's settings as this write has them, read once; the defaults for one that never saved any.</summary>
    public async Task<BillingSettings> SettingsAsync() => settings ??= await Queries.Of(SettingsOf)(db, actor.MerchantId)

        // Not stored: this write may have added them.
        ?? db.Set<BillingSettings>().Local.FindEntry(actor.MerchantId)?.Entity
        ?? new BillingSettings { MerchantId = actor.MerchantId };

    /// <summary>Saves what was added so far, within the transaction, to learn its keys.</summary>
    public Task SaveAsync() => db.SaveChangesAsync(stop);

    internal void Refused(AuditedAction attempt, Refusal refusal) => HistoryRefused(attempt.Subject, About, attempt.Attempt, refusal);

    /// <summary>The settings came with another row.</summary>
    internal BillingSettings Settings(BillingSettings? found) =>
        settings ??= found ?? new BillingSettings { MerchantId = actor.MerchantId };

    private static Func<BillingDb, long, Task<BillingSettings?>> SettingsOf() => EF.CompileAsyncQuery(
        (BillingDb db, long merchant) => db.Set<BillingSettings>().SingleOrDefault(s => s.MerchantId == merchant));

    internal void Forget()
    {
        changed.Clear();
        changedWhenSaved.Clear();
    }

    // An attempt that was refused names what somebody typed, before any rule looked at it.
    private void Add(HistorySubject subject, long? id, Message done, string? code)
    {
        db.Add(Line(subject, id, done, code));
        changed.Add(new ChangedRow(subject, id));
    }

    /// <summary>A line of the history that its maker writes, who tells open pages too.</summary>
    internal HistoryEntry Line(HistorySubject subject, long? id, Message done, string? code = null)
    {
        // Elsewhere an address would be kept for ten years without a use.
        var security = HistoryEntry.IsOfSecurity(subject, code);
        return new HistoryEntry
        {
            Security = security,
            MerchantId = actor.MerchantId,
            At = now,
            UserId = actor.UserId,
            Who = actor.Name,
            Subject = subject,
            SubjectId = id,
            Action = done.Key,
            Arguments = done.Cleaned().Values,
            Address = security ? From?.Address : null,
            Browser = security ? From?.Browser : null,
            RefusalCode = code,
        };
    }
}
