using Bunit;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Outbox;
using FaspayBilling.Core.Live;
using FaspayBilling.Core.Outbox.Mail;
using FaspayBilling.Tests.Support;
using FaspayBilling.Tests.Support.Ui;
using FaspayBilling.Web.Components.Layout;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaspayBilling.Tests.Components.Layout;

public sealed class DeliveryNoticeTests : PageTest
{
    [Fact]
    public async Task An_Admin_sees_that_mails_fail_and_where_to_look()
    {
        await FailingAsync();

        var page = ShowTo(Fpy.Admin);

        page.WaitForAssertion(() => page.ByTestId("mail-fails").TextContent
            .Should().Contain("Some mails could not be delivered yet; they are tried again."));
        page.ByRole("link", "See the mail outbox").GetAttribute("href").Should().Be("/mail");
    }

    [Fact]
    public async Task In_Indonesian_too()
    {
        using var culture = new UseCulture("id");
        await FailingAsync();

        var page = ShowTo(Fpy.Admin);

        page.WaitForAssertion(() => page.ByTestId("mail-fails").TextContent
            .Should().Contain("Beberapa e-mail belum dapat terkirim; pengirimannya dicoba lagi."));
    }

    [Fact]
    public async Task Nobody_else_sees_it()
    {
        await FailingAsync();

        ShowTo(Fpy.Finance).Markup.Should().NotContain("mail-fails");
    }

    [Fact]
    public async Task It_comes_and_goes_while_the_page_is_open()
    {
        var page = ShowTo(Fpy.Admin);
        page.Markup.Should().NotContain("mail-fails");

        await FailingAsync();
        Tell();
        page.WaitForAssertion(() => page.Markup.Should().Contain("mail-fails"));

        await Db.ReadAsync(d => d.Set<OutboxMail>().ExecuteUpdateAsync(s => s.SetProperty(m => m.State, MailState.Sent)));
        Tell();
        page.WaitForAssertion(() => page.Markup.Should().NotContain("mail-fails"));
    }

    [Fact]
    public async Task It_never_reads_twice_at_once_so_that_the_newest_answer_comes_last()
    {
        var slow = new SlowDbs(Db.Dbs);
        Services.AddSingleton(new ReadDeliveryTrouble(slow));
        await FailingAsync();

        var page = ShowTo(Fpy.Admin);
        Tell();

        page.WaitForAssertion(() => page.Markup.Should().Contain("mail-fails"));
        slow.MostAtOnce.Should().Be(1);
    }

    private Task FailingAsync() => Fpy.MailAsync(also: m => m.LastError = "The mail server does not answer.");

    private IRenderedComponent<Screen> ShowTo(Actor actor) =>
        Show<DeliveryNotice>(p => p.Add(n => n.Actor, actor));

    private void Tell() => Db.Live.Publish(new LiveChange(Fpy.Id, [new ChangedRow(HistorySubject.Mail, 1)]));

    /// <summary>A database that answers when the next reading would have begun already.</summary>
    private sealed class SlowDbs(IDbContextFactory<BillingDb> inner) : IDbContextFactory<BillingDb>
    {
        private int atOnce;

        public int MostAtOnce { get; private set; }

        public BillingDb CreateDbContext() => inner.CreateDbContext();

        public async Task<BillingDb> CreateDbContextAsync(CancellationToken cancellationToken = default)
        {
            atOnce++;
            MostAtOnce = Math.Max(MostAtOnce, atOnce);
            await Task.Delay(TimeSpan.FromSeconds(2), cancellationToken);
            atOnce--;
            return await inner.CreateDbContextAsync(cancellationToken);
        }
    }
}
