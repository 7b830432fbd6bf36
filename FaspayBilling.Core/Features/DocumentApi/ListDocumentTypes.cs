using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Invoices.Documents;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.DocumentApi;

/// <summary>Lists the types of documents with all figures that ever held for them, by code.</summary>
public sealed class ListDocumentTypes(IDbContextFactory<BillingDb> dbs)
{
    public async Task<IReadOnlyList<DocumentTypeRow>> HandleAsync(CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var parameters = await db.Set<WorkflowParameter>().AsNoTracking().OrderBy(p => p.Id).ToListAsync(stop);
        return [.. DocumentTypes.All.Select(t => new DocumentTypeRow(t, [.. parameters.Where(p => p.DocumentType == t)]))];
    }
}

/// <summary>A type of document.</summary>
/// <param name="Type">Which.</param>
/// <param name="Parameters">Its windows in hours, ended ones included.</param>
public sealed record DocumentTypeRow(DocumentType Type, IReadOnlyList<WorkflowParameter> Parameters);
