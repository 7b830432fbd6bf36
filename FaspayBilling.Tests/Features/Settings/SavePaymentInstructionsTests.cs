using FaspayBilling.Core.Features.Settings;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.Settings;

public sealed class SavePaymentInstructionsTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task They_are_saved_without_edges_and_read_again(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync("FPY");

        (await db.Get<SavePaymentInstructions>().HandleAsync(fpy.Admin, "\r\nBCA 123\r\na.n. PT FPY\n\n", version: 0, default)).Ok
            .Should().BeTrue();

        (await db.Get<ReadBillingSettings>().HandleAsync(fpy.Admin, default)).Value.PaymentInstructions.Should().Be("BCA 123\na.n. PT FPY");
    }

    [Fact]
    public async Task Two_thousand_characters_fit_and_none_at_all_is_in_the_history()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync("FPY");
        var save = db.Get<SavePaymentInstructions>();

        (await save.HandleAsync(fpy.Admin, new string('x', 2_000), version: 0, default)).Ok.Should().BeTrue();
        (await save.HandleAsync(fpy.Admin, " \n", version: 1, default)).Ok.Should().BeTrue();

        (await db.Get<ReadBillingSettings>().HandleAsync(fpy.Admin, default)).Value.PaymentInstructions.Should().BeEmpty();
        (await db.HistoryAsync()).Select(h => h.Action)
            .Should().Equal("settings.payment-instructions", "settings.payment-instructions:none");
    }

    [Fact]
    public async Task Too_long_ones_another_role_and_a_stale_version_are_refused()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync("FPY");
        var save = db.Get<SavePaymentInstructions>();

        (await save.HandleAsync(fpy.Admin, new string('x', 2_001), version: 0, default)).Refusal!.Code.Should().Be("settings.instructions");
        (await save.HandleAsync(fpy.Finance, "BCA", version: 0, default)).Refusal!.Code.Should().Be("not-allowed");
        (await save.HandleAsync(fpy.Admin, "BCA", version: 7, default)).Refusal!.Code.Should().Be("changed-elsewhere");
    }
}
