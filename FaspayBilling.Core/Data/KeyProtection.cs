using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using FaspayBilling.Core.Configuration;
using FaspayBilling.Core.Data.Keys;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace FaspayBilling.Core.Data;

/// <summary>How the keys of the database are protected; settings section <c>DataProtection</c>.</summary>
/// <param name="Certificate">Of a PKCS #12 file; null for none.</param>
/// <param name="File">Reads what it encrypted before, also where a certificate does so now.</param>
/// <param name="ByFile">New keys are encrypted with the file. With neither file nor certificate, as in Development, they lie readable in
/// the database.</param>
public sealed record KeyProtection(X509Certificate2? Certificate, KeyFile File, bool ByFile)
{
    internal const string CertificateKey = "DataProtection:Certificate";
    internal const string FileKey = "DataProtection:KeyFile";

    /// <summary>What a backup of the database lacks, as words: without it nobody reads the secrets in it.</summary>
    public string? KeptApart =>
        Certificate is not null ? $"the certificate of the setting {CertificateKey}" : ByFile ? $"the key file {File.Path}" : null;

    /// <param name="read">The settings.</param>
    /// <param name="database">The key file lies beside it unless told otherwise.</param>
    /// <param name="protect">A key file protects the keys where no certificate does; one that is set always does.</param>
    internal static KeyProtection Read(SettingsReader read, DatabaseSettings database, bool protect)
    {
        var password = read.Text("DataProtection:CertificatePassword");
        var certificate = read.FullPath(CertificateKey) is { } path ? Load(read, path, password) : null;
        var file = new KeyFile(read.FullPath(FileKey, Path.ChangeExtension(database.Path, ".key")));
        return new(certificate, file, certificate is null && (protect || read.Text(FileKey) is not null));
    }

    internal IServiceCollection AddKeys(IServiceCollection services)
    {
        var keys = services.AddDataProtection().SetApplicationName("FaspayBilling").PersistKeysToDbContext<BillingDb>();
        if (Certificate is not null)
        {
            keys.ProtectKeysWithCertificate(Certificate);
        }
        else if (ByFile)
        {
            keys.AddKeyManagementOptions(options => options.XmlEncryptor = new KeyFileEncryptor(File));
        }

        return services.AddSingleton(this).AddSingleton<KeyRing>();
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
                CertificateKey,
                $"{path} cannot be used ({broken.Message.TrimEnd('.')}); it must be a PKCS #12 file with a private key, and "
                    + "DataProtection:CertificatePassword its password");
            return null;
        }
    }
}
