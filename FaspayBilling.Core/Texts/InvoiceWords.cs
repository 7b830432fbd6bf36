using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Texts;

/// <summary>The words of the PDF and the bill page in the invoice's language.</summary>
public sealed record InvoiceWords
{
    private static readonly InvoiceWords English = new();

    private static readonly InvoiceWords Indonesian = new()
    {
        Number = "Nomor", InvoiceDate =
            "Tanggal", DueDate = "Jatuh tempo", TaxNumber = "No. e-Faktur", CoretaxNumber = "No. Coretax", RefersTo = "Mengacu ke",
        From = "Dari", BillTo = "Kepada", Subject =
            "Perihal", Item = "Uraian", Quantity = "Jumlah", Price = "Harga satuan", Discount = "Potongan", Amount = "Nilai",
        Gross = "Jumlah sebelum potongan", TaxBase =
            "Dasar pengenaan pajak", OtherTaxBase = "DPP nilai lain", Vat = "PPN", LuxuryTax = "PPnBM", Total = "Total",
        Rounding = "Pembulatan",
        Paid = "Sudah dibayar", Deducted =
            "PPh dipotong", AmountDue = "Harus dibayar", LuxuryGoods = "Barang mewah", Notes = "Catatan", HowToPay = "Cara pembayaran",
        NotCollected = "tidak dipungut", Exempt = "dibebaskan", Cancelled =
            "Dibatalkan", Draft = "Draf", PaidInFull = "Lunas", Page = "Halaman", Of = "dari", Status = "Status",
        Documents = "Dokumen", Download = "Unduh PDF", NothingDue =
            "Dokumen ini dibatalkan. Tidak ada yang harus dibayar.", Overdue = "Lewat jatuh tempo", Unpaid = "Belum dibayar",
        PartiallyPaid = "Dibayar sebagian", ToConfirm =
            "Belum merupakan tagihan", NotABill = "Faktur proforma ini untuk diperiksa; isinya masih dapat diubah.",
        AskMerchant = "Tanyakan cara pembayaran kepada penjual.", Issued = "Diterbitkan", HtmlLanguage = "id",
    };

    public string Number { get; init; } = "Number";

    public string InvoiceDate { get; init; } = "Date";

    public string DueDate { get; init; } = "Due date";

    public string TaxNumber { get; init; } = "E-Faktur No";

    public string CoretaxNumber { get; init; } = "Coretax No";

    public string RefersTo { get; init; } = "Refers to";

    public string From { get; init; } = "From";

    public string BillTo { get; init; } = "Bill to";

    public string Subject { get; init; } = "Subject";

    public string Item { get; init; } = "Item";

    public string Quantity { get; init; } = "Quantity";

    public string Price { get; init; } = "Unit price";

    public string Discount { get; init; } = "Discount";

    public string Amount { get; init; } = "Amount";

    public string Gross { get; init; } = "Subtotal";

    public string TaxBase { get; init; } = "Tax base";

    public string OtherTaxBase { get; init; } = "Other tax base";

    public string Vat { get; init; } = "VAT";

    public string LuxuryTax { get; init; } = "Luxury tax";

    public string Rounding { get; init; } = "Rounding";

    public string LuxuryGoods { get; init; } = "Luxury goods";

    public string Total { get; init; } = "Total";

    public string Paid { get; init; } = "Paid";

    public string Deducted { get; init; } = "Tax withheld";

    public string AmountDue { get; init; } = "Amount due";

    public string Notes { get; init; } = "Notes";

    public string HowToPay { get; init; } = "How to pay";

    public string NotCollected { get; init; } = "not collected";

    public string Exempt { get; init; } = "exempt";

    public string Cancelled { get; init; } = "Cancelled";

    public string Draft { get; init; } = "Draft";

    public string PaidInFull { get; init; } = "Paid";

    public string Page { get; init; } = "Page";

    public string Of { get; init; } = "of";

    public string Status { get; init; } = "Status";

    public string Documents { get; init; } = "Documents";

    public string Download { get; init; } = "Download PDF";

    public string NothingDue { get; init; } = "This document was cancelled. Nothing is due.";

    public string Overdue { get; init; } = "Overdue";

    public string Unpaid { get; init; } = "Unpaid";

    public string PartiallyPaid { get; init; } = "Partially paid";

    public string ToConfirm { get; init; } = "Not yet a bill";

    public string NotABill { get; init; } = "This proforma invoice is for you to check; it can still change.";

    public string AskMerchant { get; init; } = "Ask the seller how to pay.";

    public string Issued { get; init; } = "Issued";

    /// <summary>As HTML names the language.</summary>
    public string HtmlLanguage { get; init; } = "en";

    public static InvoiceWords In(Language language) => language switch
    {
        Language.English => English,
        Language.Indonesian => Indonesian,
    };
}
