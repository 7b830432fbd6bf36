using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.TaxOffice;
using FaspayBilling.Core.Domain.TaxOffice.Desktop;
using FaspayBilling.Tests.Domain.Shared;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Domain.TaxOffice.Desktop;

public sealed class DesktopFaktursTests
{
    [Fact]
    public void An_invoice_of_2026_is_written_with_eleven_twelfths_as_its_base()
    {
        var records = TaxSample.Records(
            DesktopCsv.Write([DesktopFakturs.Of(TaxSample.Invoice(lines: TaxSample.Line("Jasa", 50_000_000)), TaxSample.Customer())]));

        records[3].Should().Equal(
            "FK", "04", "0", "0002600000001", "11", "2026", "16/11/2026", "026015362054000", "PT Maju Jaya", "Jl. Melati 1, Jakarta",
            "45833333", "5500000", "0", "", "0", "0", "0", "0", "INV-FPY-112600001", "0");
        records[4].Should().Equal("OF", "", "Jasa", "50000000.00", "1.0", "50000000.00", "0", "45833333.00", "5500000.00", "0", "0");
    }

    [Theory]
    [InlineData("2024-12-31", BuyerIdType.NationalId, "000000000000000", "3171012505800001#NIK#NAMA#PT Maju Jaya")]
    [InlineData("2025-01-01", BuyerIdType.NationalId, "3171012505800001", "PT Maju Jaya")]
    [InlineData("2026-11-16", BuyerIdType.Passport, "000000000000000", "3171012505800001#PASPOR#NAMA#PT Maju Jaya")]
    [InlineData("2026-11-16", BuyerIdType.OtherId, "000000000000000", "3171012505800001#LAINNYA#NAMA#PT Maju Jaya")]
    [InlineData("2026-11-16", BuyerIdType.Tin, "026015362054000", "PT Maju Jaya")]
    public void A_buyer_without_NPWP_is_written_by_the_other_number(string day, BuyerIdType document, string id, string name)
    {
        var customer = TaxSample.Customer(c => (c.Document, c.DocumentNumber) = (document, "3171012505800001"));

        var faktur = DesktopFakturs.Of(TaxSample.Invoice(date: Sample.Day(day)), customer);

        (faktur.BuyerId, faktur.BuyerName).Should().Be((id, name));
    }

    [Fact]
    public void A_facility_is_written_by_its_number_with_its_document()
    {
        var invoice = TaxSample.Invoice(
            i => i.With(
                (nameof(Invoice.TransactionCode), "08"),
                (nameof(Invoice.AdditionalInfo), "TD.00507"),
                (nameof(Invoice.FacilityStamp), "TD.01107"),
                (nameof(Invoice.SupportingDocument), "SKB-1")),
            new DateOnly(2024, 5, 1));

        var faktur = DesktopFakturs.Of(invoice, TaxSample.Customer());

        (faktur.Facility, faktur.SupportingDocument).Should().Be(("7", "SKB-1"));
    }

    [Theory]
    [InlineData(new[] { 0.4, 0.4, 0.4 }, 1.0, new[] { 0.2, 0.4, 0.4 })]
    [InlineData(new[] { 1.5, 20.25 }, 22.0, new[] { 1.5, 20.5 })]
    [InlineData(new[] { 0.3, 0.3, 0.3 }, 0.0, new[] { 0.0, 0.0, 0.0 })]
    [InlineData(new double[0], 0.0, new double[0])]
    public void The_difference_goes_to_the_largest_line_and_none_falls_below_nothing(double[] amounts, double head, double[] spread) =>
        Difference.Spread([.. amounts.Select(a => (decimal)a)], (decimal)head).Should().Equal(spread.Select(a => (decimal)a));
}
