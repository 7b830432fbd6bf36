using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.DocumentApi;

/// <summary>
/// The common way of both changes: find, lock the issuer's merchant, look for the key's first answer, change, keep the answer.
/// </summary>
public sealed class DocumentChanges(IDbContextFactory<BillingDb> dbs, WriteTransaction transaction)
{
    /// <summary>
    /// Runs <paramref name="change"/> under the lock; the attempt is in the issuer's history, whoever made it and however it ended.
    /// </summary>
    /// <param name="caller">Who calls.</param>
    /// <param name="command">What was asked.</param>
    /// <param name="action">"document.cancel" or "document.reject", for the history.</param>
    /// <param name="status">What the answer says when it was done.</param>
    /// <param name="change">Changes the document, or answers all reasons against it and changes nothing.</param>
    /// <param name="stop">Cancellation token.</param>
    internal async Task<Outcome<ChangedDocument>> RunAsync(
        ApiCaller caller,
        DocumentStateCommand command,
        string action,
        string status,
        Func<WriteContext, LockedDocument, Task<IReadOnlyList<Refusal>>> change,
        CancellationToken stop)
    {
        var document = await FindAsync(command.DocumentId, stop);
        if (document is null && command.Once is null)
        {
            return DocumentRefusals.DocumentNotFound;
        }

        var actor = new Actor(document?.MerchantId ?? caller.MerchantId, null, caller.Name, Role.Finance);
        var attempt = Message.Of(action, ("reason", command.Reason), ("call", command.By(caller)));
        for (var again = false; ; again = true)
        {
            try
            {
                var kept = await transaction.RunAsync<Outcome<ChangedDocument>>(
                    actor,
                    new AuditedAction(HistorySubject.Invoice, attempt),
                    async write => Outcome<Outcome<ChangedDocument>>.With(await WorkOnce.RunAsync(write, command.Once, ActAsync)),
                    stop);
                if (kept.Ok)
                {
                    return kept.Value;
                }

                if (again || kept.Refusal!.Kind != RefusalKind.ChangedElsewhere)
                {
                    return Outcome<ChangedDocument>.Refused(kept.Refusals);
                }
            }
            catch (DbUpdateException twin) when (!again && IsDuplicate(twin))
            {
                // The same key came at the same moment with a document of another merchant: its answer is there now.
            }
        }

        async Task<Outcome<ChangedDocument>> ActAsync(WriteContext write)
        {
            if (document is null || await LockedDocument.TakeAsync(write, document.Id) is not { } found)
            {
                return DocumentRefusals.DocumentNotFound;
            }

            var refusals = found.For(caller, await change(write, found), write.Now);
            if (refusals.Count == 0)
            {
                return new ChangedDocument(found.Invoice.DocumentId!, status);
            }

            if (refusals[0].Kind != RefusalKind.BadInput)
            {
                var all = Value.List(refusals.Select(r => (Value)r.Code));
                write.HistoryRefused(
                    HistorySubject.Invoice, found.Invoice.Id, attempt.As("codes").And("codes", all), refusals[0]);
            }

            return Outcome<ChangedDocument>.Refused(refusals);
        }
    }

    private async Task<FoundDocument?> FindAsync(string documentId, CancellationToken stop)
    {
        if (!DocumentId.IsPossible(documentId))
        {
            return null;
        }

        await using var db = await dbs.CreateDbContextAsync(stop);
        return await db.Set<Invoice>()
            .Where(i => i.DocumentId == documentId)
            .Select(i => new FoundDocument(i.Id, i.MerchantId))
            .SingleOrDefaultAsync(stop);
    }

    private bool IsDuplicate(DbUpdateException refused)
    {
        using var db = dbs.CreateDbContext();
        return db.IsDuplicate(refused);
    }

    private sealed record FoundDocument(long Id, long MerchantId);
}
