using System.Globalization;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Web.Demo;

/// <summary>What the tax office's application would print for an invoice, so that demo files can be opened and told apart.</summary>
internal static class TaxInvoicePdf
{
    public static byte[] Of(Merchant merchant, Invoice invoice) => DemoPdf.Of(
    [
        "Faktur Pajak (contoh, bukan dokumen resmi)",
        $"Kode dan Nomor Seri Faktur Pajak: {invoice.TransactionCode}0.{invoice.TaxNumber}",
        $"Pengusaha Kena Pajak: {merchant.Name}, NPWP {merchant.Npwp}",
        $"Pembeli: {invoice.CustomerName}, NPWP {invoice.CustomerNpwp}",
        $"Referensi: {invoice.Number}, {JakartaCalendar.Text(invoice.InvoiceDate)}",
        $"Dasar Pengenaan Pajak: {Rupiah.Text(invoice.TaxBase)}",
        $"PPN: {Rupiah.Text(invoice.VatAmount)}",
    ]);

    /// <summary>The documented name; the application number is the instant of the tax office's approval in Jakarta time.</summary>
    public static string Name(Merchant merchant, Invoice invoice, DateTime approved) => string.Create(
        CultureInfo.InvariantCulture,
        $"{merchant.Npwp}-{invoice.TransactionCode}0{invoice.TaxNumber!.Value.Digits}-{invoice.CustomerNpwp}-"
            + $"{JakartaCalendar.Local(approved):yyyyMMddHHmmss}.pdf");
}
