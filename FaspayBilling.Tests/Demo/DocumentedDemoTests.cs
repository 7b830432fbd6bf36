using System.Globalization;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Domain.TaxOffice.Codes;
using FaspayBilling.Core.Domain.TaxOffice.Files;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Demo;

public sealed class DocumentedDemoTests(MadeDemos demos) : IClassFixture<MadeDemos>
{
    // The documented answer (docs/sources/faspay.md 42): customer, name, date, number, due (Jakarta), status, outstanding.
    private static readonly object[] Answer =
    [
        (32, "PT. Media Indonusa (ASTEL Group)", "2023-02-07", "INV-FPY-022300178", "2023-02-08 10:04:00", InvoiceStatus.Paid, -400800m),
        (66, "Fadhil Achmadi 2", "2023-02-23", "INV-T8V-022300005", "2023-03-09 15:07:00", InvoiceStatus.Paid, 0m),
        (66, "Fadhil Achmadi 2", "2023-02-24", "INV-T8V-022300008", "2023-03-08 10:37:00", InvoiceStatus.Paid, 0m),
        (66, "Fadhil Achmadi 2", "2023-02-24", "INV-T8V-022300007", "2023-04-20 09:50:00", InvoiceStatus.Paid, 0m),
        (99, "MP2-Fadhil", "2023-02-27", "INV-MP2-022300002", "2023-03-22 17:03:00", InvoiceStatus.Draft, 456900m),
        (9, "customer-new-single", "2023-04-11", "INV-FPY-042301733", "2023-04-24 11:14:00", InvoiceStatus.Paid, 0m),
    ];

    [Fact]
    public async Task The_documented_answer_is_exactly_what_its_period_holds()
    {
        var demo = await demos.OfAsync("2026-11-20");
        var fpy = await demo.MerchantAsync("FPY");

        var rows = await demo.ReadAsync(db => db.Set<Invoice>()
            .Where(i => i.MerchantId == fpy.Id && i.InvoiceDate >= new DateOnly(2023, 2, 1) && i.InvoiceDate <= new DateOnly(2023, 4, 30))
            .Where(i => i.Status == InvoiceStatus.Draft || i.Status == InvoiceStatus.Paid)
            .OrderBy(i => i.InvoiceDate).ThenBy(i => i.Due).ThenBy(i => i.Number)
            .Join(db.Set<Core.Domain.Customers.Customer>(), i => i.CustomerId, c => c.Id, (i, c) => new { i, c.Number })
            .ToListAsync());

        rows
            .Select(
                r => (object)(r.Number, r.i.CustomerName, Text(r.i.InvoiceDate), r.i.Number, Text(r.i.Due), r.i.Status, r.i.Outstanding))
            .Should().Equal(Answer);
    }

    [Fact]
    public async Task Walk_1_finds_its_invoice_as_documented()
    {
        var demo = await demos.OfAsync("2026-11-20");
        var fpy = await demo.InvoicesAsync("FPY");

        var invoice = fpy.Single(i => i.Number == "INV-FPY-032300400");

        invoice.Should().BeEquivalentTo(new
        {
            Status = InvoiceStatus.Unpaid,
            InvoiceTax = true,
            InvoiceDate = new DateOnly(2023, 3, 7),
            ExportedAt = (DateTime?)null,
            CancelDeadline = (DateTime?)null,
            TaxApproval = TaxApproval.Unknown
        });
        invoice.TaxNumber.ToString().Should().Be("000-22.12345619");
        JakartaCalendar.DayOf(invoice.Due).Should().Be(new DateOnly(2027, 11, 20));
        (await demo.ReadAsync(db => db.Set<TaxFile>().AnyAsync(f => f.InvoiceId == invoice.Id))).Should().BeFalse();
        fpy.Should().Contain(i => i.InvoiceDate.Year == 2023 && i.InvoiceTax && i.TaxNumber == null && i.Status == InvoiceStatus.Unpaid);
    }

    [Fact]
    public async Task The_documented_number_is_the_smallest_of_2023_once_it_is_given_back()
    {
        var demo = await demos.OfAsync("2026-11-20");
        var fpy = await demo.MerchantAsync("FPY");

        var smallest = await demo.ReadAsync(
            db => db.Set<AvailableRun>().Where(f => f.MerchantId == fpy.Id && f.Year == 2023).MinAsync(f => f.First));

        new TaxNumber(smallest).Should().BeGreaterThan(new TaxNumber(2_212_345_619));
        var range = await demo.ReadAsync(db => db.Set<TaxNumberRange>().SingleAsync(r => r.MerchantId == fpy.Id && r.Year == 2023));
        range.ToString().Should().Be("000-22.12345610 to 000-22.12346035");
    }

    [Fact]
    public async Task The_documented_file_name_fits_an_invoice_without_a_file()
    {
        var demo = await demos.OfAsync("2026-11-20");
        var name = TaxFileName.Parse("022732101075000-0110072225610008-026015362054000-20221103160012.pdf")!;

        var invoice = (await demo.InvoicesAsync("FPY")).Single(i => i.TaxNumber == name.Number);

        Npwp.Same(invoice.CustomerNpwp, name.CustomerNpwp).Should().BeTrue();
        Npwp.Same((await demo.MerchantAsync("FPY")).Npwp, name.MerchantNpwp).Should().BeTrue();
        (await demo.ReadAsync(db => db.Set<TaxFile>().AnyAsync(f => f.InvoiceId == invoice.Id))).Should().BeFalse();
    }

    [Fact]
    public async Task The_two_files_are_named_as_documented_and_hold_a_pdf()
    {
        var demo = await demos.OfAsync("2026-11-20");
        var fpy = await demo.MerchantAsync("FPY");
        var files = await demo.ReadAsync(db => db.Set<TaxFile>()
            .Where(f => f.MerchantId == fpy.Id)
            .Join(db.Set<FileContent>(), f => f.ContentId, c => c.Id, (f, c) => new { f, c.Bytes })
            .ToListAsync());
        var invoices = await demo.InvoicesAsync("FPY");

        files.Should().HaveCount(2);
        foreach (var file in files)
        {
            var name = TaxFileName.Parse(file.f.FileName)!;
            var invoice = invoices.Single(i => i.Id == file.f.InvoiceId);
            (name.Number, name.MerchantNpwp, name.CustomerNpwp, name.Replacement)
                .Should().Be((invoice.TaxNumber!.Value, fpy.Npwp, invoice.CustomerNpwp, false));
            System.Text.Encoding.Latin1.GetString(file.Bytes).Should().StartWith("%PDF-1.4").And.EndWith("%%EOF\n");
            file.f.Size.Should().Be(file.Bytes.Length);
        }
    }

    [Fact]
    public async Task No_mail_goes_out_by_itself()
    {
        var demo = await demos.OfAsync("2026-11-20");
        var fpy = await demo.MerchantAsync("FPY");

        var threshold = await demo.ReadAsync(db => db.Set<Threshold>().SingleAsync(t => t.MerchantId == fpy.Id));
        var settings = await demo.ReadAsync(db => db.Set<BillingSettings>().SingleAsync(s => s.MerchantId == fpy.Id));

        (threshold.Limit, threshold.Active).Should().Be((30, false));
        settings.NotificationAddresses.Should().Equal("finance@fpy.example", "tax@fpy.example");
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(DateTime utc) => JakartaCalendar.Local(utc).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
