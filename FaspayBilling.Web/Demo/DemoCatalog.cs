using System.Globalization;
using FaspayBilling.Core.Domain.Invoices.Lines;

namespace FaspayBilling.Web.Demo;

/// <summary>What the demo merchants sell, and how they word it.</summary>
internal static class DemoCatalog
{
    private static readonly string[] Months =
        ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember"];

    /// <summary>One to four lines of the trade, prices in whole thousands.</summary>
    public static IReadOnlyList<InvoiceLine> Lines(DemoTrade trade, Random random)
    {
        var items = Items(trade).ToArray();
        random.Shuffle(items);
        return [.. items.Take(random.Next(1, Math.Min(items.Length, 4) + 1)).Select((item, index) => Line(item, index + 1, random))];
    }

    /// <summary>The subject of an invoice of that day.</summary>
    public static string Subject(DemoTrade trade, DateOnly day)
    {
        var month = string.Create(CultureInfo.InvariantCulture, $"{Months[day.Month - 1]} {day.Year}");
        return trade switch
        {
            DemoTrade.Software => $"Langganan perangkat lunak {month}",
            DemoTrade.Payments => $"Layanan pembayaran {month}",
            DemoTrade.Marketing => $"Kampanye pemasaran digital {month}",
            DemoTrade.Training => $"Pelatihan dan pendampingan {month}",
            DemoTrade.Goods => $"Pengadaan barang {month}",
        };
    }

    private static InvoiceLine Line(DemoItem item, int position, Random random)
    {
        var quantity = random.Next(1, item.Most + 1);
        var price = Math.Round(item.Price * random.Next(90, 116) / 100_000m) * 1_000m;
        var discount = random.Next(9) == 0 ? Math.Round(price * quantity * 0.05m / 1_000m) * 1_000m : 0;
        return new InvoiceLine
        {
            Position = position,
            Name = item.Name,
            Unit = item.Unit,
            UnitCode = item.UnitCode,
            Kind = item.Kind,
            Quantity = quantity,
            Price = price,
            Discount = discount
        };
    }

    private static IReadOnlyList<DemoItem> Items(DemoTrade trade) => trade switch
    {
        DemoTrade.Software =>
        [
            new("Lisensi Faspay Billing, paket Bisnis", "pengguna", 450_000, 20),
            new("Pemeliharaan dan dukungan prioritas", "bulan", 3_750_000, 3),
            new("Integrasi API dengan sistem ERP", "hari", 4_200_000, 8),
            new("Kustomisasi templat invoice", "paket", 6_500_000, 1),
            new("Penyimpanan dokumen 100 GB", "bulan", 275_000, 6),
        ],
        DemoTrade.Payments =>
        [
            new("Biaya transaksi virtual account", "transaksi", 4_000, 2_500),
            new("Biaya transaksi QRIS", "transaksi", 2_000, 3_000),
            new("Biaya bulanan payment gateway", "bulan", 1_250_000, 1),
            new("Rekonsiliasi harian", "bulan", 2_100_000, 1),
        ],
        DemoTrade.Marketing =>
        [
            new("Pengelolaan media sosial", "bulan", 8_500_000, 1),
            new("Produksi video promosi 60 detik", "video", 12_750_000, 3),
            new("Iklan mesin pencari", "paket", 5_600_000, 2),
            new("Fotografi produk", "sesi", 3_200_000, 4),
        ],
        DemoTrade.Training =>
        [
            new("Pelatihan e-Faktur dan Coretax", "peserta", 1_850_000, 15),
            new("Pendampingan implementasi", "hari", 3_900_000, 6),
            new("Modul pelatihan cetak", "buku", 185_000, 25),
            new("Sewa ruang pelatihan", "hari", 2_750_000, 3),
        ],
        DemoTrade.Goods =>
        [
            new("Mesin EDC Android", "unit", 3_950_000, 10),
            new("Printer kuitansi termal", "unit", 1_175_000, 8),
            new("Kertas termal 58 mm", "dus", 640_000, 12),
            new("Pemindai barcode nirkabel", "unit", 1_480_000, 6),
            new("Instalasi dan pengiriman", "paket", 950_000, 1),
        ],
    };
}
