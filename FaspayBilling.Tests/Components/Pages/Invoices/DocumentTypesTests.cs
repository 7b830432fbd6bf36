using Bunit;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Outbox.Mail;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Ui;
using FaspayBilling.Web.Components.Pages.Invoices;
using FaspayBilling.Web.Components.Pages.Outbox;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace FaspayBilling.Tests.Components.Pages.Invoices;

/// <summary>What kind of document a row is can be seen, filtered by, and acted on accordingly.</summary>
public sealed class DocumentTypesTests : PageTest
{
    [Fact]
    public async Task A_credit_note_is_marked_and_negative_and_an_invoice_is_plain()
    {
        await Db.DocumentAsync(Fpy, DocumentType.CreditNote, 50_000);
        await Db.DocumentAsync(Fpy, DocumentType.Invoice);
        await Db.DocumentAsync(Fpy, DocumentType.SelfBilledInvoice, 3_000);

        var page = Open("/billings?sort=Total&dir=desc");

        page.WaitForAssertion(() => page.RowsOf().Should().HaveCount(3));
        page.RowsOf()[0].Should().Contain("Rp 750.000 | Rp 750.000").And.NotContain("Note");
        page.RowsOf()[1].Should().Contain("Self-billed Invoice").And.Contain("Rp 3.000 | – | Unpaid");
        page.RowsOf()[2].Should().Contain("Credit Note").And.Contain("-Rp 50.000 | -Rp 50.000");
        page.FindAll("td [data-testid=type]").Select(m => m.TextContent).Should().Equal("Self-billed Invoice", "Credit Note");
    }

    [Fact]
    public async Task The_filter_stands_in_the_address_and_offers_every_type()
    {
        await Db.OneOfEachAsync(Fpy);
        var page = Open("/billings?sort=Total");
        page.WaitForAssertion(() => page.RowsOf().Should().HaveCount(8));
        page.ChosenAt("Type").Should().Be("All types");

        page.Pick("Type", "Debit Note");

        Services.GetRequiredService<NavigationManager>().Uri.Should().EndWith("/billings?sort=Total&type=DebitNote");
        page.WaitForAssertion(() => page.RowsOf().Should().ContainSingle().Which.Should().Contain("DebitNote-750000"));
        page.Pick("Status", "Paid");
        page.WaitForAssertion(() => page.Markup.Should().Contain("No invoice matches this search."));
    }

    [Theory]
    [InlineData("/billings?type=CreditNote", 1)]
    [InlineData("/billings?type=nonsense", 8)]
    [InlineData("/billings?type=99", 8)]
    public async Task An_address_that_was_sent_keeps_the_filter_and_nonsense_is_none(string address, int rows)
    {
        await Db.OneOfEachAsync(Fpy);

        var page = Open(address);

        page.WaitForAssertion(() => page.RowsOf().Should().HaveCount(rows));
    }

    [Theory]
    [InlineData(DocumentType.Invoice, true)]
    [InlineData(DocumentType.DebitNote, true)]
    [InlineData(DocumentType.CreditNote, false)]
    [InlineData(DocumentType.SelfBilledInvoice, false)]
    public async Task Record_payment_is_offered_where_a_customer_owes(DocumentType type, bool offered)
    {
        var document = await Db.DocumentAsync(Fpy, type);
        var page = Open();

        var menu = page.MenuOf($"Actions for {document.Number}");
        var detail = Show<BillingDetailPage>(p => p.Add(d => d.Number, document.Number));

        menu.Contains("Record payment").Should().Be(offered);
        detail.MenuOf().Contains("Record payment").Should().Be(offered);
    }

    [Fact]
    public async Task The_detail_of_a_credit_note_says_what_it_is_and_asks_for_no_payment()
    {
        var note = await Db.DocumentAsync(Fpy, DocumentType.CreditNote, 50_000);

        var page = Show<BillingDetailPage>(p => p.Add(d => d.Number, note.Number));

        page.WaitForAssertion(() => page.ByTestId("type").TextContent.Should().Be("Credit Note"));
        page.FindAll("dt").Select(t => t.TextContent).Should().Contain(["Taken off", "Not taken off yet"]).And.NotContain("Outstanding");
    }

    [Fact]
    public async Task The_mail_of_a_credit_note_is_one_in_the_outbox_too()
    {
        var note = await Db.DocumentAsync(Fpy, DocumentType.CreditNote);
        var mail = new OutboxMail
        {
            MerchantId = Fpy.Id, Kind = MailKind.Invoice, To = "a@b.example", Subject = "Credit note", Text = "", Html = "",
            MessageId = "<1@x>", CreatedAt = Db.Clock.Now(), NextTryAt = Db.Clock.Now(), InvoiceId = note.Id,
        };
        await Db.AddAsync(mail);
        Services.GetRequiredService<NavigationManager>().NavigateTo("/mail");

        var page = Show<MailOutbox>();

        page.WaitForAssertion(() => page.RowsOf().Should().ContainSingle().Which.Should().Contain("| Credit Note |"));
    }

    private IRenderedComponent<Screen> Open(string address = "/billings")
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return Show<BillingList>();
    }
}
