using FaspayBilling.Core.Domain.Invoices.Lines;
using FaspayBilling.Core.Domain.TaxOffice.Codes;

namespace FaspayBilling.Web.Demo;

/// <summary>Something that can stand on a demo invoice.</summary>
/// <param name="Name">As the line names it.</param>
/// <param name="Unit">Of the quantity.</param>
/// <param name="Price">Usual price of one, in rupiah; the demo varies it a little.</param>
/// <param name="Most">Greatest usual quantity.</param>
internal sealed record DemoItem(string Name, string Unit, int Price, int Most)
{
    /// <summary>The tax office's unit that comes nearest.</summary>
    public string UnitCode => Unit switch
    {
        "unit" => "UM.0018",
        "buku" or "video" => "UM.0021",
        "bulan" => "UM.0024",
        "hari" => "UM.0026",
        "transaksi" or "sesi" => "UM.0030",
        "dus" => "UM.0037",
        _ => TaxUnits.Other,
    };

    public LineKind Kind => Unit is "unit" or "buku" or "dus" ? LineKind.Goods : LineKind.Service;
}
