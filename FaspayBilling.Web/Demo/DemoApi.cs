using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.ApiAccess;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Web.Demo;

/// <summary>Stores the demo's credentials and clients. In Development only.</summary>
internal static class DemoApi
{
    /// <summary>What is stored of the credentials; made before the write that makes the demo.</summary>
    public static async Task<IReadOnlyList<KeptCredential>> KeepAsync(
        DemoApiSecrets demo, BillingSecrets secrets, CancellationToken stop) =>
        [await secrets.KeepAsync(demo.Username, demo.Password, stop), await secrets.KeepAsync(demo.OtherUsername, demo.Password, stop)];

    public static async Task AddAsync(
        DemoContent content,
        WriteContext write,
        IReadOnlyList<KeptCredential> kept,
        IReadOnlyDictionary<string, long> merchants,
        DemoCalendar calendar)
    {
        var demo = content.Api;
        var hash = ApiSecret.Hash(demo.ClientSecret);
        var fpy = At(write, merchants[DemoContent.MerchantCode], calendar);
        var other = At(write, merchants[DemoContent.OtherMerchantCode], calendar);
        write.Db.AddRange(kept[0].Of(fpy), kept[1].Of(other));
        var intermediary = Client(other, "Accounting service (intermediary)", demo.IntermediaryClientId, hash);
        write.Db.AddRange(
            Client(fpy, $"ERP of {content.Merchant.Name}", demo.ClientId, hash),
            Client(other, $"ERP of {content.OtherMerchant.Name}", demo.OtherClientId, hash),
            intermediary);
        await write.SaveAsync();
        write.Db.Add(new Representation
        {
            MerchantId = fpy.Actor.MerchantId,
            ApiClientId = intermediary.Id,
            MayView = true,
            MayCancel = true,
            MayReject = true,
            From = calendar.NewYear,
            GrantedAt = fpy.Now,
            GrantedBy = fpy.Actor.Name,
        });
        fpy.History(
            HistorySubject.ApiAccess,
            null,
            "api.make-demo",
            ("username", demo.Username),
            ("client", demo.ClientId),
            ("intermediary", demo.IntermediaryClientId));
        other.History(
            HistorySubject.ApiAccess,
            null,
            "api.make-demo:clients",
            ("username", demo.OtherUsername),
            ("client", demo.OtherClientId),
            ("intermediary", demo.IntermediaryClientId));
    }

    private static WriteContext At(WriteContext write, long merchantId, DemoCalendar calendar) =>
        new(write.Db, Actor.System(merchantId), calendar.Start, write.Stop);

    private static ApiClient Client(WriteContext write, string name, string clientId, string hash) => new()
    {
        MerchantId = write.Actor.MerchantId,
        Name = name,
        ClientId = clientId,
        SecretHash = hash,
        CreatedAt = write.Now,
        CreatedBy = write.Actor.Name,
    };
}
