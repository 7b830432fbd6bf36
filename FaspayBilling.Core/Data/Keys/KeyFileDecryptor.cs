using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;

namespace FaspayBilling.Core.Data.Keys;

/// <summary>Reads what <see cref="KeyFileEncryptor"/> wrote. The framework makes it, by the name that stands in the key.</summary>
internal sealed class KeyFileDecryptor(IServiceProvider services) : IXmlDecryptor
{
    /// <exception cref="CryptographicException">Another key file encrypted it, or somebody changed it.</exception>
    public XElement Decrypt(XElement encryptedElement)
    {
        var file = services.GetRequiredService<KeyProtection>().File;
        if (!file.Exists || (string?)encryptedElement.Attribute(KeyFileFormat.File) != file.Id)
        {
            throw new CryptographicException("Another key file encrypted this key.");
        }

        var sealedKey = Convert.FromBase64String(encryptedElement.Value);
        var plain = new byte[sealedKey.Length - KeyFileFormat.Nonce - KeyFileFormat.Tag];
        using (var aes = new AesGcm(file.Key, KeyFileFormat.Tag))
        {
            aes.Decrypt(
                sealedKey.AsSpan(0, KeyFileFormat.Nonce),
                sealedKey.AsSpan(KeyFileFormat.Nonce, plain.Length),
                sealedKey.AsSpan(KeyFileFormat.Nonce + plain.Length),
                plain);
        }

        return XElement.Parse(Encoding.UTF8.GetString(plain));
    }
}
