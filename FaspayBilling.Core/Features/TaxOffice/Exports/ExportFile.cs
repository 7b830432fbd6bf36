using System.Globalization;
using System.IO.Compression;
using System.Text;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice.Coretax;
using FaspayBilling.Core.Domain.TaxOffice.Desktop;

namespace FaspayBilling.Core.Features.TaxOffice.Exports;

/// <summary>
/// The bytes of an export and the name under which they are kept: one CSV, one XML, or a zip of XMLs of at most 1,000 tax invoices each.
/// </summary>
internal sealed record ExportFile(string Name, byte[] Bytes)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static ExportFile Of(TaxChannel file, Merchant merchant, IReadOnlyList<(Invoice Invoice, Customer Customer)> found, DateTime now)
    {
        var name = string.Create(
            CultureInfo.InvariantCulture,
            $"{(file == TaxChannel.Desktop ? "e-faktur" : "coretax")}-{merchant.Code}-{found[0].Invoice.InvoiceDate:yyyy-MM}-"
                + $"{JakartaCalendar.Local(now):yyyyMMdd-HHmmss}");
        return file == TaxChannel.Desktop
            ? new(name + ".csv", Utf8.GetBytes(DesktopCsv.Write(found.Select(f => DesktopFakturs.Of(f.Invoice, f.Customer)))))
            : Xml(name, merchant, found);
    }

    private static ExportFile Xml(string name, Merchant merchant, IReadOnlyList<(Invoice Invoice, Customer Customer)> found)
    {
        var files = found.Select(f => CoretaxFakturs.Of(merchant, f.Invoice, f.Customer)).Chunk(CoretaxXml.Most)
            .Select(some => Utf8.GetBytes(CoretaxXml.Write(Npwp.Long(merchant.Npwp), some)));
        return found.Count <= CoretaxXml.Most ? new(name + ".xml", files.Single()) : Zip(name, files);
    }

    private static ExportFile Zip(string name, IEnumerable<byte[]> files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (index, file) in files.Index())
            {
                using var entry = zip.CreateEntry(string.Create(CultureInfo.InvariantCulture, $"{name}-{index + 1}.xml")).Open();
                entry.Write(file);
            }
        }

        return new(name + ".zip", bytes.ToArray());
    }
}
