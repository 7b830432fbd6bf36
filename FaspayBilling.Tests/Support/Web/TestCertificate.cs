using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace FaspayBilling.Tests.Support.Web;

/// <summary>Certificates made for this run; only a client that is told of <see cref="AuthorityFile"/> trusts them.</summary>
internal static class TestCertificate
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();
    private static readonly X509Certificate2 Authority = MakeAuthority();

    /// <summary>For localhost, good.</summary>
    public static X509Certificate2 Localhost { get; } = Make("localhost", Now.AddDays(1));

    /// <summary>For another name.</summary>
    public static X509Certificate2 Elsewhere { get; } = Make("mail.elsewhere.example", Now.AddDays(1));

    /// <summary>For localhost, over since yesterday.</summary>
    public static X509Certificate2 Expired { get; } = Make("localhost", Now.AddDays(-1));

    /// <summary>For the site behind a proxy, good.</summary>
    public static X509Certificate2 Billing { get; } = Make(ProxyServer.Host, Now.AddDays(1));

    /// <summary>The PEM file of the authority that signed them all.</summary>
    public static string AuthorityFile { get; } = WriteAuthority();

    private static X509Certificate2 MakeAuthority()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=Test Authority", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        return request.CreateSelfSigned(Now.AddDays(-3), Now.AddDays(3));
    }

    private static X509Certificate2 Make(string name, DateTimeOffset until)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        return request.Create(Authority, Now.AddDays(-2), until, RandomNumberGenerator.GetBytes(8)).CopyWithPrivateKey(key);
    }

    // In a folder of its own, gone with the test run.
    private static string WriteAuthority()
    {
        var folder = Directory.CreateTempSubdirectory("faspay-test-");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Delete(recursive: true);
        var file = Path.Combine(folder.FullName, "authority.pem");
        File.WriteAllText(file, Authority.ExportCertificatePem());
        return file;
    }
}
