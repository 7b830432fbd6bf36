using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using FaspayBilling.Core.Configuration;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace FaspayBilling.Core.Data;

/// <summary>How the keys of the database are protected; settings section <c>DataProtection</c>.</summary>
/// <param name="Certificate">Of a PKCS #12 file; null leaves the keys readable to whoever reads the database.</param>
public sealed record KeyProtection(X509Certificate2? Certificate)
{
    private const string Key = "DataProtection:Certificate";

    internal static KeyProtection Read(SettingsReader read) =>
        new(read.FullPath(Key) is { } path ? Load(read, path, read.Text("DataProtection:CertificatePassword")) : null);

    internal IServiceCollection AddKeys(IServiceCollection services)
    {
        var keys = services.AddDataProtection().SetApplicationName("FaspayBilling").PersistKeysToDbContext<BillingDb>();
        if (Certificate is not null)
        {
            keys.ProtectKeysWithCertificate(Certificate);
        }

        return services.AddSingleton(this);
    }

    private static X509Certificate2? Load(SettingsReader read, string path, string? password)
    {
        try
        {
            var certificate = X509CertificateLoader.LoadPkcs12FromFile(path, password);
            return certificate.HasPrivateKey ? certificate : throw new CryptographicException("it has no private key");
        }
        catch (Exception broken) when (broken is CryptographicException or IOException or UnauthorizedAccessException)
        {
            read.Wrong(
                Key,
                $"{path} cannot be used ({broken.Message.TrimEnd('.')}); it must be a PKCS #12 file with a private key, and "
                    + "DataProtection:CertificatePassword its password");
            return null;
        }
    }
}
