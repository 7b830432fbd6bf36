using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using FaspayBilling.Core.Data;
using FaspayBilling.Tests.Support;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Data;

public sealed class KeyProtectionTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task What_one_node_protected_another_reads(Database database)
    {
        await using var one = await TestDb.MakeAsync(database);
        await using var two = one.AnotherNode();

        var secret = Protector(one).Protect("secret");

        Protector(two).Unprotect(secret).Should().Be("secret");
    }

    [Fact]
    public async Task A_configured_certificate_keeps_the_keys_unreadable_in_the_database()
    {
        var folder = Directory.CreateTempSubdirectory("faspay-keys-");
        var file = Path.Combine(folder.FullName, "keys.pfx");
        using (var rsa = RSA.Create(2048))
        {
            var request = new CertificateRequest("CN=FaspayBilling keys", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            using var certificate = request.CreateSelfSigned(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2036, 1, 1, 0, 0, 0, TimeSpan.Zero));
            await File.WriteAllBytesAsync(file, certificate.Export(X509ContentType.Pfx, "p"));
        }

        await using var db = await TestDb.MakeAsync(extra: new() { ["DataProtection:Certificate"] = file, ["DataProtection:CertificatePassword"] = "p" });
        var secret = Protector(db).Protect("secret");
        await using var again = db.AnotherNode();

        var xml = await db.ReadAsync(d => d.Set<DataProtectionKey>().Select(k => k.Xml).SingleAsync());
        xml.Should().Contain("EncryptedData").And.NotContain("<masterKey");
        Protector(again).Unprotect(secret).Should().Be("secret");
        folder.Delete(recursive: true);
    }

    private static IDataProtector Protector(TestDb db) => db.Get<IDataProtectionProvider>().CreateProtector("test");
}
