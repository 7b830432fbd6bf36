namespace FaspayBilling.Core.Domain.TaxOffice.Codes;

/// <summary>The facilities of the tax office's sheet REF: 27 for code 07, 10 for code 08.</summary>
public static class TaxFacilities
{
    public static readonly IReadOnlyList<TaxFacility> All =
    [
        new("07", 1, "Pajak Pertambahan Nilai Tidak Dipungut berdasarkan PP Nomor 10 Tahun 2012", "untuk Kawasan Bebas"),
        new(
            "07",
            2,
            "Pajak Pertambahan Nilai atau Pajak Pertambahan Nilai dan Pajak Penjualan atas Barang Mewah tidak dipungut",
            "untuk Tempat Penimbunan Berikat"),
        new("07", 3, "Pajak Pertambahan Nilai dan Pajak Penjualan atas Barang Mewah Tidak Dipungut", "untuk Hibah dan Bantuan Luar Negeri"),
        new("07", 4, "Pajak Pertambahan Nilai Tidak Dipungut Sesuai PP Nomor 71 Tahun 2012", "untuk Avtur"),
        new("07", 5, "(Tidak ada Cap)", "untuk Lainnya"),
        new(
            "07",
            6,
            "PPN dan/atau PPnBM tidak dipungut berdasarkan PMK No. 194/PMK.03/2012",
            "untuk Kontraktor Perjanjian Karya Pengusahaan Pertambangan Batubara Generasi I"),
        new(
            "07",
            7,
            "PPN Tidak Dipungut Berdasarkan PP Nomor 15 Tahun 2015",
            "untuk Penyerahan bahan bakar minyak untuk Kapal Angkutan Laut Luar Negeri"),
        new(
            "07",
            8,
            "PPN Tidak Dipungut Berdasarkan PP Nomor 69 Tahun 2015",
            "untuk Penyerahan jasa kena pajak terkait alat angkutan tertentu"),
        new("07", 9, "PPN Tidak Dipungut Berdasarkan PP Nomor 96 Tahun 2015", "untuk Penyerahan BKP Tertentu di KEK"),
        new(
            "07",
            10,
            "PPN Tidak Dipungut Berdasarkan PP Nomor 106 Tahun 2015",
            "untuk BKP tertentu yang bersifat strategis berupa anode slime"),
        new(
            "07",
            11,
            "PPN Tidak Dipungut Sesuai PP Nomor 50 Tahun 2019",
            "untuk Penyerahan alat angkutan tertentu dan/atau Jasa Kena Pajak terkait alat angkutan tertentu"),
        new(
            "07",
            12,
            "PPN atau PPN dan PPnBM Tidak Dipungut Sesuai Dengan PP Nomor 27 Tahun 2017",
            "untuk Penyerahan kepada Kontraktor Kerja Sama Migas yang mengikuti ketentuan Peraturan Pemerintah Nomor 27 Tahun 2017"),
        new(
            "07",
            13,
            "PPN ditanggung PEMERINTAH EX PMK 21/PMK.010/21",
            "Penyerahan Rumah Tapak dan Satuan Rumah Susun Rumah Susun Ditanggung Pemerintah Tahun Anggaran 2021"),
        new(
            "07",
            14,
            "PPN DITANGGUNG PEMERINTAH EKS PMK 102/PMK.010/2021",
            "Penyerahan Jasa Sewa Ruangan atau Bangunan Kepada Pedagang Eceran yang Ditanggung Pemerintah Tahun Anggaran 2021"),
        new(
            "07",
            15,
            "PPN DITANGGUNG PEMERINTAH EKS PMK 239/PMK.03/2020",
            "Penyerahan Barang dan Jasa Dalam Rangka Penanganan Pandemi COVID-19 (PMK 239/PMK. 03/2020)"),
        new(
            "07",
            16,
            "Insentif PPN DITANGGUNG PEMERINTAH EKSEKUSI PMK NOMOR 103/PMK.010/2021",
            "Insentif PMK-103/PMK.010/2021 berupa PPN atas Penyerahan Rumah Tapak dan Unit Hunian Rumah Susun yang Ditanggung "
                + "Pemerintah Tahun Anggaran 2021"),
        new(
            "07",
            17,
            "PAJAK PERTAMBAHAN NILAI TIDAK DIPUNGUT BERDASARKAN PP NOMOR 40 TAHUN 2021",
            "Kawasan Ekonomi Khusus PP nomor 40 Tahun 2021"),
        new("07", 18, "PAJAK PERTAMBAHAN NILAI TIDAK DIPUNGUT BERDASARKAN PP NOMOR 41 TAHUN 2021", "Kawasan Bebas PP nomor 41 Tahun 2021"),
        new(
            "07",
            19,
            "PPN DITANGGUNG PEMERINTAH EKS PMK 6/PMK.010/2022",
            "Penyerahan Rumah Tapak dan Unit Hunian Rumah Susun yang Ditanggung Pemerintah Tahun Anggaran 2022"),
        new(
            "07",
            20,
            "PPN DITANGGUNG PEMERINTAH EKSEKUSI PMK NOMOR 226/PMK.03/2021",
            "PPN Ditanggung Pemerintah dalam rangka Penanganan Pandemi Corona Virus"),
        new(
            "07",
            21,
            "PPN ATAU PPN DAN PPnBM TIDAK DIPUNGUT SESUAI DENGAN PP NOMOR 53 TAHUN 2017",
            "Penyerahan kepada Kontraktor Kerja Sama Migas yang mengikuti ketentuan Peraturan Pemerintah Nomor 53 Tahun 2017"),
        new(
            "07",
            22,
            "PPN tidak dipungut berdasarkan PP Nomor 70 Tahun 2021",
            "BKP strategis tertentu dalam bentuk anode slime dan emas butiran"),
        new("07", 23, "PPN ditanggung Pemerintah Ex PMK-125/PMK.01/2020", "untuk penyerahan kertas koran dan/atau majalah"),
        new("07", 24, "(Tidak ada Cap)", "PPN tidak dipungut oleh Pemerintah lainnya"),
        new("07", 25, "PPN tidak dipungut berdasarkan PP Nomor 49 Tahun 2022", "BKP dan JKP tertentu"),
        new("07", 26, "PPN tidak dipungut berdasarkan PP Nomor 12 Tahun 2023", "Penyerahan BKP dan JKP di Ibu Kota Negara baru"),
        new("07", 27, "PPN ditanggung Pemerintah berdasarkan PMK Nomor 38 Tahun 2023", "Penyerahan kendaraan listrik berbasis baterai"),
        new(
            "08",
            1,
            "PPN Dibebaskan Sesuai PP Nomor 146 Tahun 2000 Sebagaimana Telah Diubah Dengan PP Nomor 38 Tahun 2003",
            "untuk BKP dan JKP Tertentu"),
        new(
            "08",
            2,
            "PPN Dibebaskan Sesuai PP Nomor 12 Tahun 2001 Sebagaimana Telah Beberapa Kali Diubah Terakhir Dengan PP Nomor 31 Tahun 2007",
            "untuk BKP Tertentu yang Bersifat Strategis"),
        new("08", 3, "PPN dibebaskan berdasarkan Peraturan Pemerintah Nomor 28 Tahun 2009", "untuk Jasa Kebandarudaraan"),
        new("08", 4, "(Tidak ada cap)", "untuk Lainnya"),
        new(
            "08",
            5,
            "PPN Dibebaskan Sesuai Dengan PP Nomor 81 Tahun 2015",
            "untuk BKP Tertentu yang Bersifat Strategis sesuai PP Nomor 81 Tahun 2015"),
        new(
            "08",
            6,
            "PPN Dibebaskan Berdasarkan PP Nomor 74 Tahun 2015",
            "untuk Penyerahan Jasa Kepelabuhan Tertentu untuk kegiatan angkutan laut Luar Negeri"),
        new("08", 7, "(tanpa cap)", "untuk Penyerahan Air Bersih"),
        new(
            "08",
            8,
            "PPN DIBEBASKAN SESUAI PP NOMOR 81 TAHUN 2015 SEBAGAIMANA TELAH DIUBAH DENGAN PP 48 TAHUN 2020",
            "Penyerahan BKP tertentu yang bersifat strategis berdasarkan PP 48 Tahun 2020"),
        new(
            "08",
            9,
            "PPN DIBEBASKAN BERDASARKAN PP NOMOR 47 TAHUN 2020",
            "Penyerahan kepada Perwakilan Negara Asing dan Badan Internasional serta Pejabatnya"),
        new("08", 10, "PPN Dibebaskan berdasarkan PP Nomor 49 Tahun 2022", "BKP dan JKP tertentu"),
    ];

    /// <summary>True for the codes that always name a facility, 07 and 08; no other code may.</summary>
    public static bool NeededBy(string? transactionCode) => transactionCode is "07" or "08";

    /// <summary>The facilities that may stand with that transaction code.</summary>
    public static IEnumerable<TaxFacility> Of(string? transactionCode) => All.Where(f => f.TransactionCode == transactionCode);

    /// <summary>The facility that both codes name; null when they do not belong together or to the transaction code.</summary>
    public static TaxFacility? Find(string? transactionCode, string? additionalInfo, string? stamp) =>
        Of(transactionCode).FirstOrDefault(f => f.AdditionalInfo == additionalInfo && f.Stamp == stamp);
}
