using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Outbox;
using FaspayBilling.Core.Outbox.Mail;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.Outbox;

public sealed class ReadMailTests : IAsyncLifetime
{
    private TestDb db = null!;
    private GivenMerchant fpy = null!;

    public async Task InitializeAsync()
    {
        db = await TestDb.MakeAsync();
        fpy = await db.Given.MerchantAsync();
    }

    public Task DisposeAsync() => db.DisposeAsync().AsTask();

    [Fact]
    public async Task A_viewer_reads_the_text_of_a_threshold_mail()
    {
        var mail = await fpy.MailAsync();

        (await ReadAsync(fpy.Viewer, mail.Id)).Value.Text.Should().Be("Only 4 left.");
    }

    [Fact]
    public async Task The_link_in_an_invitation_of_an_earlier_version_is_for_an_admin_only()
    {
        var mail = await fpy.MailAsync(kind: MailKind.Invitation);

        (await ReadAsync(fpy.Finance, mail.Id)).Value.Text.Should().BeNull();
        (await ReadAsync(fpy.Admin, mail.Id)).Value.Text.Should().NotBeNull();
    }

    [Fact]
    public async Task An_invitation_without_its_link_is_for_everybody()
    {
        var mail = await fpy.MailAsync(kind: MailKind.Invitation, link: "kept");

        (await ReadAsync(fpy.Viewer, mail.Id)).Value.Text.Should().Be("Only 4 left.");
    }

    [Fact]
    public async Task From_where_a_user_acted_is_for_an_admin_only()
    {
        var mail = await fpy.MailAsync(kind: MailKind.SignIn);

        (await ReadAsync(fpy.Finance, mail.Id)).Value.Text.Should().BeNull();
        (await ReadAsync(fpy.Admin, mail.Id)).Value.Text.Should().NotBeNull();
    }

    [Fact]
    public async Task Another_merchants_mail_is_not_found()
    {
        var theirs = await (await db.Given.MerchantAsync("OTH")).MailAsync();

        (await ReadAsync(fpy.Admin, theirs.Id)).Refusal!.Code.Should().Be("mail.not-found");
    }

    private Task<Outcome<MailText>> ReadAsync(Actor actor, long id) => db.Get<ReadMail>().HandleAsync(actor, id, CancellationToken.None);
}
