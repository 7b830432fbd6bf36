using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Attachments;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Attachments;

/// <summary>Reads the documents of one invoice, the newest first, without their content.</summary>
public sealed class ListAttachments(IDbContextFactory<BillingDb> dbs)
{
    /// <summary>Refuses <c>invoice.not-found</c>.</summary>
    public async Task<Outcome<IReadOnlyList<AttachmentRow>>> HandleAsync(Actor actor, string number, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var id = await db.Set<Invoice>()
            .VisibleTo(actor)
            .Where(i => i.Number == number)
            .Select(i => (long?)i.Id)
            .SingleOrDefaultAsync(stop);
        return id is not { } invoice ? InvoiceRefusals.InvoiceNotFound
            : Outcome<IReadOnlyList<AttachmentRow>>.With(
                await AttachmentRow.Of(db.Set<Attachment>().Where(d => d.InvoiceId == invoice)).ToListAsync(stop));
    }
}
