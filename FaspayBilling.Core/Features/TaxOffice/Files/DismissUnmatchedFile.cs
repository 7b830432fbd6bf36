using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Features.TaxOffice.Files;

/// <summary>Says that a waiting file belongs to no invoice; its bytes stay, nobody is asked about it any more.</summary>
public sealed class DismissUnmatchedFile(WriteTransaction transaction)
{
    /// <summary>Refuses <c>file.not-found</c>, <c>not-allowed</c>, <c>module.off</c>, <c>changed-elsewhere</c>.</summary>
    public Task<Outcome> HandleAsync(Actor actor, long id, int version, CancellationToken stop) =>
        transaction.RunAsync(actor, new AuditedAction(HistorySubject.TaxFile, "tax-file.dismiss"), async write =>
        {
            var found = await write.UnmatchedFileAsync(id, version);
            if (!found.Ok)
            {
                return found.Refusal!;
            }

            var file = found.Value;
            (file.SettledAt, file.SettledBy) = (write.Now, actor.Name);
            write.History(HistorySubject.TaxFile, null, "tax-file.dismiss", ("file", file.FileName));
            return Outcome.Done;
        }, stop);
}
