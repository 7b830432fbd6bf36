using Bunit;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.TaxOffice.Files;
using FaspayBilling.Core.Features.TaxOffice.Files;
using FaspayBilling.Core.Outbox.Mail;
using FaspayBilling.Tests.Features.TaxOffice.Files;
using FaspayBilling.Tests.Support.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaspayBilling.Tests.Components.Pages.EFaktur;

/// <summary>Sending E-Faktur files from the page.</summary>
public sealed class SendFilesTests : PageTest
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await Fpy.InvoiceAsync(taxNumber: "0002612345601", number: "INV-FPY-112600001");
        await Fpy.InvoiceAsync(taxNumber: "0002612345602", number: "INV-FPY-112600002");
        await Db.Get<UploadTaxFiles>().HandleAsync(
            Fpy.Finance,
            Zip.Of(
                (Zip.Name("0002612345601", Fpy.Merchant.Npwp), Zip.Pdf("1")), (Zip.Name("0002612345602", Fpy.Merchant.Npwp), Zip.Pdf("2"))),
            null,
            default);
    }

    [Fact]
    public async Task The_mail_of_a_row_sends_its_file_and_the_row_follows_it()
    {
        var page = Open();

        page.Press("Send the file of 000-26.12345601 by e-mail");
        page.ByTestId("send-files").TextContent.Should().Contain("Send 1 E-Faktur file by e-mail");
        page.Press("Yes");
        page.WaitForAssertion(() => page.ByTestId("send-done").TextContent.Should().Be("1 mail on the way."));
        page.Press("OK");
        page.WaitForAssertion(() => page.RowsOf().Single(r => r.Contains("12345601", StringComparison.Ordinal))
            .Should().Contain("Waiting"));

        await Db.Get<OutboxDelivery>().SendDueAsync(default);

        page.WaitForAssertion(() => page.RowsOf().Single(r => r.Contains("12345601", StringComparison.Ordinal)).Should().Contain("Sent"));
        page.RowsOf().Single(r => r.Contains("12345602", StringComparison.Ordinal)).Should().Contain("Ready to Send");
    }

    [Fact]
    public async Task Checked_rows_are_sent_together_with_a_result_for_each_that_could_not()
    {
        await using (var db = await Db.Dbs.CreateDbContextAsync())
        {
            await db.Set<Customer>().ExecuteUpdateAsync(set => set.SetProperty(c => c.Email, ""));
        }

        var page = Open();
        page.WaitForAssertion(() => page.ByLabel("Check all rows on this page"));
        page.ByLabel("Check all rows on this page").Change(true);

        page.Press("Send by e-mail");
        page.Press("Yes");

        page.WaitForAssertion(() => page.ByTestId("send-refused").TextContent
            .Should().Contain("000-26.12345601").And
            .Contain("000-26.12345602").And
            .Contain("no e-mail address"));
        page.ByTestId("send-done").TextContent.Should().Be("0 mails on the way.");
        page.Press("OK");
        page.WaitForAssertion(() => page.RowsOf().Should().OnlyContain(r => r.Contains("Failed", StringComparison.Ordinal)));
        (await Db.ReadAsync(d => d.Set<TaxFile>().Select(f => f.EmailStatus).Distinct().ToListAsync()))
            .Should().Equal(TaxFileEmailStatus.Failed);
    }

    [Fact]
    public void A_Viewer_has_neither_check_boxes_nor_the_mail()
    {
        SignIn(Fpy.Viewer);
        var page = Open();

        page.WaitForAssertion(() => page.RowsOf().Should().HaveCount(2));
        page.FindByRole("checkbox", "Check all rows on this page").Should().BeNull();
        page.FindByRole("button", "Send the file of 000-26.12345601 by e-mail").Should().BeNull();
    }

    private IRenderedComponent<Screen> Open()
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo("/e-faktur/files");
        return Show<Web.Components.Pages.EFaktur.TaxFiles>();
    }
}
