using System.Runtime.CompilerServices;
using FaspayBilling.Core.Accounts.Factors;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Outbox.Mail;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;

namespace FaspayBilling.Core.Upkeep.Checks;

/// <summary>
/// The keys in this very database, and what they encrypted, can be read with the key file or the certificate of the settings.
/// </summary>
internal sealed class ReadableSecrets(KeyProtection protection)
    : Invariant("secrets can be read with the keys of the installation", "secrets")
{
    // Whose, what it is, the purpose for which it was encrypted, and the secret.
    private const string Secrets =
        $"""
        SELECT m."Code", 'password of ' || c."Username", '{BillingSecrets.PasswordPurpose}', c."ProtectedPassword"
            FROM "BillingCredentials" c LEFT JOIN "Merchants" m ON m."Id" = c."MerchantId" WHERE c."RevokedAt" IS NULL
        UNION ALL SELECT NULL, 'secret ' || "Name", '{InstallationSecrets.Purpose}' || "Name", "ProtectedValue" FROM "InstallationSecrets"
        UNION ALL SELECT m."Code", 'authenticator of ' || u."Email", '{AccountStore.Purpose}', t."Value"
            FROM "UserTokens" t JOIN "Users" u ON u."Id" = t."UserId" LEFT JOIN "Merchants" m ON m."Id" = u."MerchantId"
            WHERE t."Name" = 'AuthenticatorKey' AND t."Value" <> ''
        UNION ALL SELECT m."Code", 'link in mail ' || CAST(o."Id" AS TEXT), '{PersonalLinks.Purpose}', o."PersonalLink"
            FROM "OutboxMails" o LEFT JOIN "Merchants" m ON m."Id" = o."MerchantId"
            WHERE o."PersonalLink" <> '' AND o."State" = 'Waiting'
        """;

    public override Task<long> CountAsync(Snapshot moment, CancellationToken stop) =>
        moment.NumberAsync($"SELECT count(*) FROM ({Secrets}) s", stop);

    public override async IAsyncEnumerable<Breach> BreachesAsync(Snapshot moment, [EnumeratorCancellation] CancellationToken stop)
    {
        // They are few, and the keys are read over the same connection.
        var secrets = new List<(string? Merchant, string Name, string Purpose, string Value)>();
        await foreach (var row in moment.RowsAsync(Secrets, stop))
        {
            secrets.Add((row.TextAt(0), row.GetString(1), row.GetString(2), row.GetString(3)));
        }

        await using var services = Services(moment.Db);
        foreach (var key in services.GetRequiredService<IKeyManager>().GetAllKeys())
        {
            if (Why(() => _ = key.Descriptor ?? throw new InvalidOperationException("It is in no form that is known.")) is { } why)
            {
                yield return new Breach(null, $"key {key.KeyId}", why, "readable");
            }
        }

        var provider = services.GetRequiredService<IDataProtectionProvider>();
        foreach (var secret in secrets)
        {
            if (Why(() => provider.CreateProtector(secret.Purpose).Unprotect(secret.Value)) is { } why)
            {
                yield return new Breach(secret.Merchant, secret.Name, why, "readable");
            }
        }
    }

    // Keys of its own, read from this database and never written.
    private ServiceProvider Services(BillingDb db)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(db);
        protection.AddKeys(services);
        return services.Configure<KeyManagementOptions>(options => options.AutoGenerateKeys = false).BuildServiceProvider();
    }

    private static string? Why(Action read)
    {
        try
        {
            read();
            return null;
        }
        catch (Exception unreadable)
        {
            // The framework and its decryptors throw many kinds.
            return unreadable.Message;
        }
    }
}
