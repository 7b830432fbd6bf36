using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Merchants;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Invoices.Lifecycle;

/// <summary>What an invoice becomes a document with: the windows of its type, and the other party.</summary>
/// <param name="OtherParty">The one merchant of this installation that carries the customer's tax id.</param>
/// <param name="Windows">All parameters of the document type, of whatever time.</param>
internal sealed record DocumentTerms(long? OtherParty, IReadOnlyList<WorkflowParameter> Windows)
{
    /// <summary>Read with one command.</summary>
    public static async Task<DocumentTerms> OfAsync(WriteContext write, Invoice invoice)
    {
        var (sixteen, fifteen) = MerchantQueries.Written(invoice.CustomerNpwp);
        var rows = await write.Queries.Of(Find)(write.Db, invoice.MerchantId, invoice.DocumentType, sixteen, fifteen)
            .ToListAsync(write.Stop);

        // A tax id that two merchants carry names neither: a document is never shown on a guess.
        var other = rows[0].First == rows[0].Last ? rows[0].First : null;
        return new DocumentTerms(other, [.. rows.Select(r => r.Window).OfType<WorkflowParameter>()]);
    }

    /// <summary>Hours of a window that opens now.</summary>
    public int Hours(WorkflowParameterKind kind, DateTime now) =>
        Windows.Where(p => p.Parameter == kind && p.HoldsAt(now)).MaxBy(p => p.ActiveFrom)?.Value ?? DocumentWindow.Hours;

    private static Func<BillingDb, long, DocumentType, string, string, IAsyncEnumerable<Row>> Find() => EF.CompileAsyncQuery(
        (BillingDb db, long merchant, DocumentType type, string sixteen, string fifteen) =>
            (from own in db.Set<Merchant>()
             where own.Id == merchant
             from window in db.Set<WorkflowParameter>().Where(p => p.DocumentType == type).DefaultIfEmpty()
             select new Row(
                 window,
                 db.Set<Merchant>().Where(m => (m.Npwp == sixteen || m.Npwp == fifteen) && m.Id != merchant).Min(m => (long?)m.Id),
                 db.Set<Merchant>().Where(m => (m.Npwp == sixteen || m.Npwp == fifteen) && m.Id != merchant).Max(m => (long?)m.Id)))
            .AsNoTracking());

    private sealed record Row(WorkflowParameter? Window, long? First, long? Last);
}
