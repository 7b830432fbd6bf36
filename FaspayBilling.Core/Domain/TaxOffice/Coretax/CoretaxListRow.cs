using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Domain.TaxOffice.Codes;

namespace FaspayBilling.Core.Domain.TaxOffice.Coretax;

/// <summary>One row of Coretax's list of output invoices, read and understood (docs/sources/tax-law.md 2.6).</summary>
/// <param name="Line">Its line in the file, the heading's is 1.</param>
/// <param name="Number">17 digits; null while Coretax gave none.</param>
/// <param name="Reference">Referensi: our invoice number; may be empty.</param>
/// <param name="Status">Status Faktur.</param>
/// <param name="Date">Tanggal Faktur Pajak.</param>
/// <param name="BuyerName">Nama Pembeli.</param>
/// <param name="BuyerId">NPWP Pembeli or other identity, as the list writes it.</param>
/// <param name="TaxBase">Harga Jual/Penggantian/DPP, in rupiah and cents; null when the list does not say.</param>
/// <param name="Vat">PPN, in rupiah and cents; null when the list does not say.</param>
/// <param name="Month">Masa Pajak and Tahun, else the month of the date; its first day.</param>
public sealed record CoretaxListRow(
    int Line,
    CoretaxNumber? Number,
    string Reference,
    CoretaxStatus Status,
    DateOnly Date,
    string BuyerName,
    string BuyerId,
    decimal? TaxBase,
    decimal? Vat,
    DateOnly Month)
{
    /// <summary>The number of a range that it proves used at the tax office, whoever holds it here; null for none.</summary>
    public TaxNumber? Spent => Status.IsFinal() ? Number?.Desktop : null;
}
