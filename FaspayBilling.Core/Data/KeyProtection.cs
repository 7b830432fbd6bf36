using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FaspayBilling.Core.Data;

/// <summary>How the keys of the database are protected; settings section <c>DataProtection</c>.</summary>
/// <param name="Certificate">Path of a PKCS #12 file; null leaves the keys readable to whoever reads the database.</param>
public sealed record KeyProtection(string? Certificate)
{
    internal static IServiceCollection AddKeys(IServiceCollection services, IConfiguration configuration, string folder)
    {
        var path = configuration["DataProtection:Certificate"] is { Length: > 0 } configured ? Path.GetFullPath(configured, folder) : null;
        var keys = services.AddDataProtection().SetApplicationName("FaspayBilling");
        if (path is not null)
        {
            keys.ProtectKeysWithCertificate(Load(path, configuration["DataProtection:CertificatePassword"]));
        }

        services.AddOptions<KeyManagementOptions>().Configure<IDbContextFactory<BillingDb>>((o, dbs) => o.XmlRepository = new KeyRepository(dbs));
        return services.AddSingleton(new KeyProtection(path));
    }

    private static X509Certificate2 Load(string path, string? password)
    {
        try
        {
            var certificate = X509CertificateLoader.LoadPkcs12FromFile(path, password);
            return certificate.HasPrivateKey ? certificate : throw new CryptographicException("it has no private key");
        }
        catch (Exception broken) when (broken is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException(
                $"Setting DataProtection:Certificate: {path} cannot be used ({broken.Message}). It must be a PKCS #12 file with a private key, and DataProtection:CertificatePassword its password.", broken);
        }
    }
}
