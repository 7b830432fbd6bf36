using System.Xml.Linq;
using FaspayBilling.Core.Configuration;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FaspayBilling.Core.Data.Keys;

/// <summary>
/// The keys of the installation before the first request: each can be read, and none lies readable in the database where a certificate or
/// a key file protects them. Never called inside a write.
/// </summary>
public sealed partial class KeyRing(
    IDbContextFactory<BillingDb> dbs,
    DatabaseSettings database,
    KeyProtection protection,
    IKeyManager keys,
    IDataProtectionProvider provider,
    IOptions<KeyManagementOptions> options,
    ILogger<KeyRing> log)
{
    // Any number that no other program takes on this database.
    private const long Turn = 7_341_001;

    private static readonly XNamespace Framework = "http://schemas.asp.net/2015/03/dataProtection";

    /// <summary>
    /// Makes the key file of a new installation, encrypts what an earlier version left readable, and refuses a ring that it cannot read:
    /// going on would make new keys beside it, and lose sessions, links and API passwords unnoticed.
    /// </summary>
    /// <exception cref="StartRefusedException">The key file is missing, broken or another one; or the certificate is.</exception>
    public async Task StartAsync(CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        if (!database.IsPostgres)
        {
            // The start holds the lock of the file already.
            await OpenAsync(db, stop);
            return;
        }

        await using var locked = await dbs.CreateDbContextAsync(stop);
        await using var turn = await locked.Database.BeginTransactionAsync(stop);
        await locked.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Turn})", stop);
        await OpenAsync(db, stop);
    }

    private async Task OpenAsync(BillingDb db, CancellationToken stop)
    {
        var stored = await db.DataProtectionKeys.ToListAsync(stop);
        var ring = stored.ConvertAll(k => XElement.Parse(k.Xml!));
        if (WhyNot(ring) is { } no)
        {
            throw new StartRefusedException(no);
        }

        if (protection.ByFile && !protection.File.Prepare())
        {
            LogReadable(protection.File.Path);
        }

        // Of the certificate or of the key file: the one that encrypts new keys. None in Development.
        if (options.Value.XmlEncryptor is not { } encryptor)
        {
            return;
        }

        for (var i = 0; i < ring.Count; i++)
        {
            if (Encrypt(ring[i], encryptor))
            {
                stored[i].Xml = ring[i].ToString(SaveOptions.DisableFormatting);
            }
        }

        if (db.ChangeTracker.HasChanges())
        {
            await ReplaceAsync(db, stop);
        }

        // A node that starts with another file or certificate must meet a key of this one, however early it comes.
        provider.CreateProtector("FaspayBilling.Start").Protect("");
    }

    /// <summary>SQLite leaves what was replaced in the free space of its file and in its log, unless it is told to wipe both.</summary>
    private async Task ReplaceAsync(BillingDb db, CancellationToken stop)
    {
        if (database.IsPostgres)
        {
            await db.SaveChangesAsync(stop);
            return;
        }

        await db.Database.OpenConnectionAsync(stop);
        await db.Database.ExecuteSqlRawAsync("PRAGMA secure_delete=ON", stop);
        await db.SaveChangesAsync(stop);
        await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", stop);
        await db.Database.CloseConnectionAsync();
    }

    private string? WhyNot(List<XElement> ring)
    {
        var file = protection.File;
        var encrypted = ring.Descendants(KeyFileFormat.Element).Select(e => (string?)e.Attribute(KeyFileFormat.File)).ToList();
        if (encrypted.Count > 0 && !(file.Exists && encrypted.TrueForAll(id => id == file.Id)))
        {
            var missing = file.Exists ? "is not" : "is missing:";
            return $"The keys of this installation were encrypted with a key file that {missing} {file.Path} (setting "
                + $"{KeyProtection.FileKey}). Put it back from where its copy is kept, the same for each node; README.md says what to do "
                + "when it is lost.";
        }

        return keys.GetAllKeys().All(IsReadable)
            ? null
            : "The keys of this installation cannot be read. The certificate that encrypted them belongs into the setting "
                + $"{KeyProtection.CertificateKey}, the same for each node; README.md says what to do when it is lost.";
    }

    private static bool IsReadable(IKey key)
    {
        try
        {
            return key.Descriptor is not null;
        }
        catch (Exception)
        {
            // Whatever the framework and its decryptors say: they throw many kinds.
            return false;
        }
    }

    /// <summary>Encrypts what the framework left readable, in its own form; answers false when there was nothing.</summary>
    private static bool Encrypt(XElement key, IXmlEncryptor encryptor)
    {
        var open = key.Descendants().Where(e => (bool?)e.Attribute(Framework + "requiresEncryption") == true).ToList();
        foreach (var secret in open)
        {
            var closed = encryptor.Encrypt(new XElement(secret));
            secret.ReplaceWith(
                new XElement(
                    Framework + "encryptedSecret",
                    new XAttribute("decryptorType", closed.DecryptorType.AssemblyQualifiedName!),
                    closed.EncryptedElement));
        }

        return open.Count > 0;
    }

    [LoggerMessage(
        1003,
        LogLevel.Warning,
        "The key file {Path} belongs to another account and stays readable to others. Give it to the account that runs the program.")]
    private partial void LogReadable(string path);
}
