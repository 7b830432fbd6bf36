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
/// <param name="TaxBase">Harga Jual/Penggantian/DPP, in rupiah.</param>
/// <param name="Vat">PPN, in rupiah.</param>
public sealed record CoretaxListRow(
    int Line,
    CoretaxNumber? Number,
    string Reference,
    CoretaxStatus Status,
    DateOnly Date,
    string BuyerName,
    string BuyerId,
    decimal TaxBase,
    decimal Vat);
