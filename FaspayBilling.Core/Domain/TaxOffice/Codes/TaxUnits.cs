namespace FaspayBilling.Core.Domain.TaxOffice.Codes;

/// <summary>The 39 units of the tax office's sheet REF.</summary>
public static class TaxUnits
{
    /// <summary>Written for a line whose unit is not known: "Lainnya".</summary>
    public const string Other = "UM.0033";

    public static readonly IReadOnlyList<TaxUnit> All =
    [
        new("UM.0001", "Metrik Ton"),
        new("UM.0002", "Wet Ton"),
        new("UM.0003", "Kilogram"),
        new("UM.0004", "Gram"),
        new("UM.0005", "Karat"),
        new("UM.0006", "Kiloliter"),
        new("UM.0007", "Liter"),
        new("UM.0008", "Barrel"),
        new("UM.0009", "MMBTU"),
        new("UM.0010", "Ampere"),
        new("UM.0011", "Sentimeter Kubik"),
        new("UM.0012", "Meter Persegi"),
        new("UM.0013", "Meter"),
        new("UM.0014", "Inci"),
        new("UM.0015", "Sentimeter"),
        new("UM.0016", "Yard"),
        new("UM.0017", "Lusin"),
        new("UM.0018", "Unit"),
        new("UM.0019", "Set"),
        new("UM.0020", "Lembar"),
        new("UM.0021", "Piece"),
        new("UM.0022", "Boks"),
        new("UM.0023", "Tahun"),
        new("UM.0024", "Bulan"),
        new("UM.0025", "Minggu"),
        new("UM.0026", "Hari"),
        new("UM.0027", "Jam"),
        new("UM.0028", "Menit"),
        new("UM.0029", "Persen"),
        new("UM.0030", "Kegiatan"),
        new("UM.0031", "Laporan"),
        new("UM.0032", "Bahan"),
        new("UM.0033", "Lainnya"),
        new("UM.0034", "Meter Kubik"),
        new("UM.0035", "Sentimeter Persegi"),
        new("UM.0036", "Drum"),
        new("UM.0037", "Karton"),
        new("UM.0038", "Kwh"),
        new("UM.0039", "Roll"),
    ];

    /// <summary>The unit with that code; null when there is none.</summary>
    public static TaxUnit? Find(string code) => All.FirstOrDefault(u => u.Code == code);
}
