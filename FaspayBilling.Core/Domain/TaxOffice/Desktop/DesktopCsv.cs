using System.Globalization;
using System.Text;

namespace FaspayBilling.Core.Domain.TaxOffice.Desktop;

/// <summary>
/// The import file of e-Faktur Desktop (docs/sources/tax-law.md 3): three head rows, then per tax invoice one FK row and its OF rows.
/// Every field is quoted, inner quotes are doubled, one record a line, lines end with LF.
/// </summary>
public static class DesktopCsv
{
    private static readonly string[][] Heads =
    [
        [
            "FK", "KD_JENIS_TRANSAKSI", "FG_PENGGANTI", "NOMOR_FAKTUR", "MASA_PAJAK", "TAHUN_PAJAK", "TANGGAL_FAKTUR", "NPWP", "NAMA",
            "ALAMAT_LENGKAP", "JUMLAH_DPP", "JUMLAH_PPN", "JUMLAH_PPNBM", "ID_KETERANGAN_TAMBAHAN", "FG_UANG_MUKA", "UANG_MUKA_DPP",
            "UANG_MUKA_PPN", "UANG_MUKA_PPNBM", "REFERENSI", "KODE_DOKUMEN_PENDUKUNG",
        ],
        [
            "LT", "NPWP", "NAMA", "JALAN", "BLOK", "NOMOR", "RT", "RW", "KECAMATAN", "KELURAHAN", "KABUPATEN", "PROPINSI", "KODE_POS",
            "NOMOR_TELEPON"
        ],
        ["OF", "KODE_OBJEK", "NAMA", "HARGA_SATUAN", "JUMLAH_BARANG", "HARGA_TOTAL", "DISKON", "DPP", "PPN", "TARIF_PPNBM", "PPNBM"],
    ];

    /// <summary>The whole file as text; UTF-8 without a byte order mark is what is stored.</summary>
    public static string Write(IEnumerable<DesktopFaktur> fakturs)
    {
        var file = new StringBuilder();
        foreach (var head in Heads)
        {
            Append(file, head);
        }

        foreach (var faktur in fakturs)
        {
            Append(file, Fields(faktur));
            foreach (var line in faktur.Lines)
            {
                Append(file, Fields(line));
            }
        }

        return file.ToString();
    }

    private static string[] Fields(DesktopFaktur f) =>
    [
        "FK", f.TransactionCode, f.Replacement ? "1" : "0", f.Number, Number(f.Date.Month), Number(f.Date.Year),
        f.Date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture), f.BuyerId, f.BuyerName, f.BuyerAddress, Number(f.TaxBase),
        Number(f.Vat), Number(f.LuxuryTax), f.Facility, "0", "0", "0", "0", f.Reference, f.SupportingDocument,
    ];

    private static string[] Fields(DesktopLine l) =>
    [
        "OF", l.Code, l.Name, Cents(l.Price), l.Quantity.ToString("0.0###", CultureInfo.InvariantCulture), Cents(l.Total),
        CentsOrZero(l.Discount), Cents(l.TaxBase), Cents(l.Vat), l.LuxuryTaxRate.ToString("0.##", CultureInfo.InvariantCulture),
        CentsOrZero(l.LuxuryTax),
    ];

    private static string Number(decimal whole) => whole.ToString("0", CultureInfo.InvariantCulture);

    private static string Cents(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);

    private static string CentsOrZero(decimal amount) => amount == 0 ? "0" : Cents(amount);

    private static void Append(StringBuilder file, IReadOnlyList<string> fields)
    {
        for (var i = 0; i < fields.Count; i++)
        {
            file.Append(i == 0 ? "\"" : ",\"")
                .Append(FileText.ForCsv(fields[i]).Replace("\"", "\"\"", StringComparison.Ordinal))
                .Append('"');
        }

        file.Append('\n');
    }
}
