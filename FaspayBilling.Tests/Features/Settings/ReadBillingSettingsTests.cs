using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Settings;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.Settings;

public sealed class ReadBillingSettingsTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Each_part_is_saved_read_back_and_in_the_history(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();

        (await db.Get<SaveFeatures>().HandleAsync(fpy.Admin, false, true, TaxChannel.Both, await VersionAsync(db, fpy), default)).Ok
            .Should().BeTrue();
        (await db.Get<SaveNotifications>()
            .HandleAsync(fpy.Admin, " a@fpy.example \r\n\nA@FPY.example\nb@fpy.example", await VersionAsync(db, fpy), default)).Ok
            .Should().BeTrue();
        (await db.Get<SaveCancellationWindow>().HandleAsync(fpy.Admin, " 72 ", await VersionAsync(db, fpy), default)).Ok.Should().BeTrue();

        (await ReadAsync(db, fpy)).Should().BeEquivalentTo(new
        {
            EFakturModule = false,
            WithholdingTax = true,
            Addresses = new[] { "a@fpy.example", "b@fpy.example" },
            WindowHours = 72,
            TaxChannel = TaxChannel.Both
        });
        (await db.HistoryAsync(fpy)).Should().Equal(
            "Features: E-Faktur Module off, withholding tax on, tax invoices by e-Faktur Desktop and Coretax",
            "Told when numbers run low: a@fpy.example, b@fpy.example",
            "Invoices can be cancelled within 72 hours after the issue");
    }

    [Fact]
    public async Task A_merchant_that_never_saved_any_has_the_defaults()
    {
        await using var db = await TestDb.MakeAsync();
        var merchant = await db.AddAsync(new Merchant { Name = "Toko", Code = "TKO" });

        (await db.Get<ReadBillingSettings>().HandleAsync(new Actor(merchant.Id, null, "Ada", Role.Admin), default)).Value
            .Should().BeEquivalentTo(new
            {
                Version = 0, EFakturModule = true, Addresses = Array.Empty<string>(), WindowHours = (int?)null, PaymentInstructions = ""
            });
    }

    [Fact]
    public async Task Only_an_admin_reads_them()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();

        (await db.Get<ReadBillingSettings>().HandleAsync(fpy.Finance, default)).Refusal!.Code.Should().Be("not-allowed");
        (await db.Get<ReadBillingSettings>().HandleAsync(fpy.Viewer, default)).Refusal!.Code.Should().Be("not-allowed");
    }

    [Fact]
    public async Task Another_merchants_settings_are_its_own()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync(settings: s => s.CancellationWindowHours = 72);
        var other = await db.Given.MerchantAsync("OTH", settings: s => s.PaymentInstructions = "BCA 123");

        (await ReadAsync(db, fpy)).Should().BeEquivalentTo(new { WindowHours = 72, PaymentInstructions = "" });
        (await ReadAsync(db, other)).Should().BeEquivalentTo(new { WindowHours = (int?)null, PaymentInstructions = "BCA 123" });
    }

    private static async Task<BillingSettingsView> ReadAsync(TestDb db, GivenMerchant merchant) =>
        (await db.Get<ReadBillingSettings>().HandleAsync(merchant.Admin, default)).Value;

    private static async Task<int> VersionAsync(TestDb db, GivenMerchant merchant) => (await ReadAsync(db, merchant)).Version;
}
