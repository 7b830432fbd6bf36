using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Features.DocumentApi;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.DocumentApi;

public sealed class DocumentRefusalsTests
{
    [Theory]
    [InlineData("", "Wrong", 0, 0, "document.not-found")]
    [InlineData("stranger", "Wrong", 0, 0, "document.forbidden")]
    [InlineData("cancelled", "Wrong", 0, 0, "document.not-rejectable")]
    [InlineData("receiver", "Wrong", 1, 0, "document.rejection-requested")]
    [InlineData("receiver", "Wrong", 0, 73, "document.rejection-period-over")]
    [InlineData("receiver", " ", 0, 0, "cancel.reason")]
    public async Task A_rejection_is_refused(string who, string reason, int before, int hours, string code)
    {
        await using var db = await TestDb.MakeAsync();
        var (fpy, t8v, x9x) = (
            await db.Given.MerchantAsync(),
            await db.Given.MerchantAsync("T8V", "013825647609000"),
            await db.Given.MerchantAsync("X9X", "044444444444000"));
        var merchant = who == "stranger" ? x9x : t8v;
        var caller = await db.CallerAsync(await db.ClientAsync(merchant), merchant);
        var made = await fpy.InvoiceAsync(who == "cancelled" ? InvoiceStatus.Cancelled : InvoiceStatus.Unpaid, taxed: false);
        await db.ReadAsync(d => d.Set<Invoice>()
            .Where(i => i.Id == made.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.CounterpartyMerchantId, t8v.Id)));
        var wish = new DocumentStateCommand(who == "" ? "NOSUCHDOCUMENT" : made.DocumentId!, reason, "r");
        for (var i = 0; i < before; i++)
        {
            (await db.Get<RejectDocument>().HandleAsync(caller, wish, default)).Ok.Should().BeTrue();
        }

        db.Clock.Advance(TimeSpan.FromHours(hours));

        (await db.Get<RejectDocument>().HandleAsync(caller, wish, default)).Refusal!.Code.Should().Be(code);
    }

    [Fact]
    public async Task A_sign_in_is_refused()
    {
        await using var db = await TestDb.MakeAsync();
        var client = await db.ClientAsync(await db.Given.MerchantAsync());

        (await db.Get<IssueToken>().HandleAsync(client.ClientId, "wrong", null, default)).Refusal!.Code.Should().Be("token.client");
        (await db.Get<IssueToken>().HandleAsync(client.ClientId, GivenClient.Secret, "044444444444000", default)).Refusal!.Code
            .Should().Be("token.taxpayer");
        (await db.Get<IssueToken>().HandleAsync(client.ClientId, GivenClient.Secret, null, default)).Ok.Should().BeTrue();
    }
}
