using FaspayBilling.Core.Domain.ApiAccess;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.DocumentApi;

namespace FaspayBilling.Tests.Support.Data;

/// <summary>Clients of the document API that exist.</summary>
public static class GivenClient
{
    public const string Secret = "a secret of the tests";

    /// <summary>A client of that merchant, known as <c>{code}-{name}</c>.</summary>
    public static Task<ApiClient> ClientAsync(this TestDb db, GivenMerchant merchant, string name = "erp") => db.AddAsync(new ApiClient
    {
        MerchantId = merchant.Id,
        Name = $"{merchant.Merchant.Code} {name}",
        ClientId = $"{merchant.Merchant.Code}-{name}",
        SecretHash = ApiSecret.Hash(Secret),
        CreatedAt = db.Clock.Now(),
        CreatedBy = "Ada Admin",
    });

    /// <summary>Lets the client act for that merchant.</summary>
    public static Task<Representation> RepresentAsync(
        this TestDb db,
        ApiClient client,
        GivenMerchant merchant,
        bool view = true,
        bool cancel = true,
        bool reject = true,
        DateOnly? from = null,
        DateOnly? to = null) =>
        db.AddAsync(new Representation
        {
            MerchantId = merchant.Id, ApiClientId = client.Id, MayView = view, MayCancel = cancel, MayReject = reject,
            From = from ?? new DateOnly(2020, 1, 1), To = to, GrantedAt = db.Clock.Now(), GrantedBy = "Ada Admin",
        });

    /// <summary>The client as it may act now for that merchant.</summary>
    public static async Task<ApiCaller> CallerAsync(this TestDb db, ApiClient client, GivenMerchant merchant) =>
        (await db.Get<ReadCaller>().HandleAsync(new ApiGrant(client.Id, merchant.Id), default)).Value;
}
