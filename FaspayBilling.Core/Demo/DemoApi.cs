using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain;
using FaspayBilling.Core.Domain.Api;
using FaspayBilling.Core.Domain.History;
using FaspayBilling.Core.Features.ApiAccess;

namespace FaspayBilling.Core.Demo;

/// <summary>Fixed secrets of the demo, so that the README's curl lines work when pasted. In Development only.</summary>
public static class DemoApi
{
    /// <summary>User name for Get List Invoice of merchant FPY.</summary>
    public const string Username = "demo-fpy";

    /// <summary>User name for Get List Invoice of merchant T8V.</summary>
    public const string OtherUsername = "demo-t8v";

    /// <summary>The password of both.</summary>
    public const string Password = "Demo-Billing-2026";

    /// <summary>FPY's client of the document API.</summary>
    public const string ClientId = "demo-fpy-client";

    /// <summary>T8V's client of the document API.</summary>
    public const string OtherClientId = "demo-t8v-client";

    /// <summary>T8V's second client: it may act for FPY.</summary>
    public const string IntermediaryClientId = "demo-intermediary-client";

    /// <summary>The secret of all three.</summary>
    public const string ClientSecret = "Demo-Document-2026";

    /// <summary>What is stored of the credentials; made before the write that makes the demo.</summary>
    internal static async Task<IReadOnlyList<KeptCredential>> KeepAsync(BillingSecrets secrets, CancellationToken stop) =>
        [await secrets.KeepAsync(Username, Password, stop), await secrets.KeepAsync(OtherUsername, Password, stop)];

    internal static async Task AddAsync(Write write, IReadOnlyList<KeptCredential> kept, IReadOnlyDictionary<string, long> merchants, DemoCalendar calendar)
    {
        var fpy = At(write, merchants[DemoUsers.MerchantCode], calendar);
        var other = At(write, merchants[DemoUsers.OtherMerchantCode], calendar);
        write.Db.AddRange(kept[0].Of(fpy), kept[1].Of(other));
        var intermediary = Client(other, "Accounting service (intermediary)", IntermediaryClientId);
        write.Db.AddRange(Client(fpy, "ERP of Faspay Demo", ClientId), Client(other, "ERP of Toko Delapan", OtherClientId), intermediary);
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
        fpy.History(HistorySubject.ApiAccess, null, $"Made the billing API credential {Username} and the API client {ClientId}; let {IntermediaryClientId} view, cancel, reject documents");
        other.History(HistorySubject.ApiAccess, null, $"Made the billing API credential {OtherUsername} and the API clients {OtherClientId}, {IntermediaryClientId}");
    }

    private static Write At(Write write, long merchantId, DemoCalendar calendar) => new(write.Db, Actor.System(merchantId), calendar.Start, write.Stop);

    private static ApiClient Client(Write write, string name, string clientId) => new()
    {
        MerchantId = write.Actor.MerchantId,
        Name = name,
        ClientId = clientId,
        SecretHash = ApiSecret.Hash(ClientSecret),
        CreatedAt = write.Now,
        CreatedBy = write.Actor.Name,
    };
}
