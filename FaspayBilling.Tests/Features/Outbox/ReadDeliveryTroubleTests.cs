using FaspayBilling.Core.Features.Outbox;
using FaspayBilling.Core.Outbox.Callbacks;
using FaspayBilling.Core.Outbox.Mail;
using FaspayBilling.Tests.Outbox.Callbacks;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.Outbox;

public sealed class ReadDeliveryTroubleTests
{
    [Theory]
    [InlineData(MailState.Waiting, null, false)]
    [InlineData(MailState.Waiting, "The mail server said: 421", true)]
    [InlineData(MailState.Failed, "The mail server said: 550", false)]
    [InlineData(MailState.Withdrawn, "The mail server said: 421", false)]
    public async Task A_mail_that_was_tried_in_vain_and_still_waits_is_trouble(MailState state, string? error, bool trouble)
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        await fpy.MailAsync(state, also: m => m.LastError = error);

        (await db.Get<ReadDeliveryTrouble>().HandleAsync(fpy.Admin, default)).Should().Be(new DeliveryTrouble(trouble, Callbacks: false));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_callback_that_was_not_taken_is_trouble_until_it_is(Database database)
    {
        await using var db = await TestDb.MakeAsync(database, extra: MerchantServer.Settings);
        var paid = await PaidBill.OfAsync(db, MerchantServer.Nowhere);
        await paid.PayAsync();
        await paid.SendAsync();

        (await db.Get<ReadDeliveryTrouble>().HandleAsync(paid.Fpy.Admin, default)).Callbacks.Should().BeTrue();

        await db.ReadAsync(d => d.Set<CallbackCall>().ExecuteUpdateAsync(s => s.SetProperty(c => c.State, CallbackState.Delivered)));
        (await db.Get<ReadDeliveryTrouble>().HandleAsync(paid.Fpy.Admin, default)).Should().Be(DeliveryTrouble.None);
    }

    [Fact]
    public async Task Only_Admins_of_the_merchant_are_told()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var other = await db.Given.MerchantAsync("OTH");
        await fpy.MailAsync(also: m => m.LastError = "no answer");

        (await db.Get<ReadDeliveryTrouble>().HandleAsync(fpy.Finance, default)).Should().Be(DeliveryTrouble.None);
        (await db.Get<ReadDeliveryTrouble>().HandleAsync(other.Admin, default)).Should().Be(DeliveryTrouble.None);
        (await db.Get<ReadDeliveryTrouble>().HandleAsync(fpy.Admin, default)).Mail.Should().BeTrue();
    }
}
