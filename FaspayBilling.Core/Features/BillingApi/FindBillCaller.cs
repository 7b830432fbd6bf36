using FaspayBilling.Core.Data;
using FaspayBilling.Core.Data.Writing;
using FaspayBilling.Core.Domain.ApiAccess;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.BillingApi;

/// <summary>Finds the credential by its key and makes the signature again. Never called inside a write.</summary>
public sealed class FindBillCaller(IDbContextFactory<BillingDb> dbs, BillingSecrets secrets)
{
    private readonly CompiledQueries queries = new();

    /// <summary>Refuses <c>api-credential.signature</c>, whatever of it is wrong.</summary>
    public async Task<Outcome<BillCaller>> HandleAsync(SignedBill signed, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var credential = await queries.Of(Find)(db, signed.ServiceId, stop);
        return credential is not null && ApiSecret.Same(secrets.SignatureOf(credential, signed.TransactionNumber), signed.Signature)
            ? new BillCaller(credential.Id, credential.MerchantId, credential.Username)
            : ApiRefusals.ApiSignature;
    }

    private static Func<BillingDb, long, CancellationToken, Task<BillingCredential?>> Find() => EF.CompileAsyncQuery(
        (BillingDb db, long id, CancellationToken stop) =>
            db.Set<BillingCredential>().AsNoTracking().SingleOrDefault(c => c.Id == id && c.RevokedAt == null));
}
