using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using FaspayBilling.Core.Configuration;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Data.Keys;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Data;

public sealed class KeyProtectionTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("faspay-keys-");

    [Theory, OnSqlite, OnPostgres]
    public async Task What_one_node_protected_another_reads(Database database)
    {
        await using var one = await TestDb.MakeAsync(database);
        await using var two = one.AnotherNode();

        var secret = Protector(one).Protect("secret");

        Protector(two).Unprotect(secret).Should().Be("secret");
    }

    [Fact]
    public async Task A_configured_certificate_keeps_the_keys_unreadable_and_a_node_without_it_does_not_start()
    {
        await using var db = await TestDb.MakeAsync(extra: ByCertificate([]));
        var secret = Protector(db).Protect("secret");
        await using var again = db.AnotherNode();

        var xml = await db.ReadAsync(d => d.DataProtectionKeys.Select(k => k.Xml).SingleAsync());
        xml.Should().Contain("EncryptedData").And.NotContain("<masterKey");
        Protector(again).Unprotect(secret).Should().Be("secret");

        await again.Get<KeyRing>().StartAsync(default);
        await using var without = TestDb.Open(new(db.Settings) { ["DataProtection:Certificate"] = null });
        await without.Get<KeyRing>().Awaiting(ring => ring.StartAsync(default)).Should().ThrowAsync<StartRefusedException>()
            .WithMessage("*cannot be read*DataProtection:Certificate*");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_certificate_encrypts_keys_that_an_earlier_version_left_readable_and_they_open_their_secrets(Database database)
    {
        await using var former = await TestDb.MakeAsync(database);
        var secret = Protector(former).Protect("secret");
        (await former.KeysAsync()).Should().ContainSingle().Which.Should().Contain("<masterKey");

        await using var db = TestDb.Open(ByCertificate(new(former.Settings)));
        await db.Get<KeyRing>().StartAsync(default);
        await using var again = TestDb.Open(new(db.Settings));

        var keys = await db.KeysAsync();
        keys.Should().OnlyContain(key => key.Contains("encryptedSecret") && key.Contains("EncryptedData") && !key.Contains("<masterKey"));
        Protector(db).Unprotect(secret).Should().Be("secret");
        await again.Get<KeyRing>().StartAsync(default);
        Protector(again).Unprotect(secret).Should().Be("secret");
        (await again.KeysAsync()).Should().Equal(keys, "they are encrypted once");
    }

    [Fact]
    public async Task Nothing_of_a_key_that_a_certificate_encrypts_stays_readable_in_the_file_of_the_database_or_in_its_log()
    {
        await using var former = await TestDb.MakeAsync();
        Protector(former).Protect("secret");
        var readable = await former.ReadableAsync();
        (await former.HoldsAsync(readable)).Should().BeTrue("else nothing would be looked for");

        await using var db = TestDb.Open(ByCertificate(new(former.Settings)));
        await db.Get<KeyRing>().StartAsync(default);

        (await db.HoldsAsync(readable)).Should().BeFalse();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Keys_of_an_installation_made_before_still_open_its_secrets(Database database)
    {
        await using var former = await TestDb.MakeAsync(database);
        var secret = Protector(former).Protect("secret");
        var key = await former.ReadAsync(d => d.DataProtectionKeys.SingleAsync());

        await using var db = await TestDb.MakeAsync(database);
        await db.ReadAsync(d => d.Database.ExecuteSqlAsync(
            $"""INSERT INTO "DataProtectionKeys" ("Name", "Xml") VALUES ({key.FriendlyName}, {key.Xml})"""));

        Protector(db).Unprotect(secret).Should().Be("secret");
    }

    [Fact]
    public async Task A_secret_is_neither_kept_nor_read_inside_a_write()
    {
        await using var db = await TestDb.MakeAsync();
        var secrets = db.Get<SecretProtection>();
        var kept = secrets.Protect("test", "secret");

        async Task<Outcome> InsideAsync(Action act) =>
            await db.Write.RunAsync(Actor.System(0), new AuditedAction(HistorySubject.ApiAccess, "api.make-secret"), _ =>
            {
                act();
                return Task.FromResult(Outcome.Done);
            }, default);

        await FluentActions.Awaiting(() => InsideAsync(() => secrets.Protect("test", "another")))
            .Should().ThrowAsync<InvalidOperationException>();
        await FluentActions.Awaiting(() => InsideAsync(() => secrets.Unprotect("test", kept)))
            .Should().ThrowAsync<InvalidOperationException>();
        secrets.Unprotect("test", kept).Should().Be("secret");
    }

    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>The settings with a certificate of the test's own.</summary>
    private Dictionary<string, string?> ByCertificate(Dictionary<string, string?> settings)
    {
        var file = Path.Combine(folder.FullName, "keys.pfx");
        using var rsa = RSA.Create(2048);
        var request = new CertificateRequest("CN=FaspayBilling keys", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(
            new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2036, 1, 1, 0, 0, 0, TimeSpan.Zero));
        File.WriteAllBytes(file, certificate.Export(X509ContentType.Pfx, "p"));
        settings["DataProtection:Certificate"] = file;
        settings["DataProtection:CertificatePassword"] = "p";
        return settings;
    }

    private static IDataProtector Protector(TestDb db) => db.Get<IDataProtectionProvider>().CreateProtector("test");
}
