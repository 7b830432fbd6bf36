using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.ApiAccess;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Features.ApiAccess;

/// <summary>Registers a system that uses the document API.</summary>
public sealed class MakeApiClient(WriteTransaction writes)
{
    /// <summary>Longest name of a client.</summary>
    public const int LongestName = 100;

    private const int SecretLength = 40;

    /// <summary>Answers the secret once; only its hash is stored. Refuses <c>not-allowed</c>, <c>api-client.name</c>.</summary>
    /// <param name="actor">Who makes it.</param>
    /// <param name="name">What people call it, 1 to 100 characters.</param>
    /// <param name="stop">Cancellation token.</param>
    public Task<Outcome<MadeClient>> HandleAsync(Actor actor, string name, CancellationToken stop) =>
        writes.RunAsync<MadeClient>(actor, AuditedAction.Sensitive(HistorySubject.ApiAccess, "api.make-client"), async write =>
        {
            if (actor.WhyNot(Role.Admin) is { } no)
            {
                return no;
            }

            var clean = PlainText.Line(name);
            if (clean.Length is 0 or > LongestName)
            {
                return ApiRefusals.ApiClientName;
            }

            var made = new MadeClient($"client-{ApiSecret.NewName(16)}", ApiSecret.New(SecretLength));
            var client = new ApiClient
            {
                MerchantId = actor.MerchantId,
                Name = clean,
                ClientId = made.ClientId,
                SecretHash = ApiSecret.Hash(made.Secret),
                CreatedAt = write.Now,
                CreatedBy = actor.Name,
            };
            write.Db.Add(client);
            await write.SaveAsync();
            write.History(HistorySubject.ApiAccess, client.Id, "api.make-client", ("name", client.Name), ("client", client.ClientId));
            return made;
        }, stop);
}

/// <summary>A client as its owner needs it.</summary>
/// <param name="ClientId">The public part.</param>
/// <param name="Secret">The secret part; shown once.</param>
public sealed record MadeClient(string ClientId, string Secret);
