using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace FaspayBilling.Core.Data.Keys;

/// <summary>Encrypts the keys of the installation with the key file: AES-256-GCM, a new nonce for each.</summary>
internal sealed class KeyFileEncryptor(KeyFile file) : IXmlEncryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var sealedKey = new byte[KeyFileFormat.Nonce + plain.Length + KeyFileFormat.Tag];
        var nonce = sealedKey.AsSpan(0, KeyFileFormat.Nonce);
        RandomNumberGenerator.Fill(nonce);
        using (var aes = new AesGcm(file.Key, KeyFileFormat.Tag))
        {
            aes.Encrypt(
                nonce,
                plain,
                sealedKey.AsSpan(KeyFileFormat.Nonce, plain.Length),
                sealedKey.AsSpan(KeyFileFormat.Nonce + plain.Length));
        }

        CryptographicOperations.ZeroMemory(plain);
        return new EncryptedXmlInfo(
            new XElement(
                KeyFileFormat.Element,
                new XAttribute(KeyFileFormat.File, file.Id),
                new XText(Convert.ToBase64String(sealedKey))),
            typeof(KeyFileDecryptor));
    }
}
