using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace FaspayBilling.Tests.Support;

/// <summary>A certificate for localhost, made for this run; this process alone trusts it.</summary>
internal static class TestCertificate
{
    static TestCertificate()
    {
        Localhost = Make();
        Trust();
    }

    public static X509Certificate2 Localhost { get; }

    private static X509Certificate2 Make()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }

    private static void Trust()
    {
#pragma warning disable SYSLIB0014 // The only way to tell System.Net.Mail which certificate a test trusts.
        ServicePointManager.ServerCertificateValidationCallback = (_, certificate, _, errors) =>
            errors == System.Net.Security.SslPolicyErrors.None || certificate?.GetCertHashString() == Localhost.GetCertHashString();
#pragma warning restore SYSLIB0014
    }
}
