using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.TaxOffice.Files;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.TaxOffice.Files;

/// <summary>A merchant with three taxed invoices of February, March and April 2026, the file of each uploaded, a minute apart.</summary>
public sealed class GivenFiles : IAsyncDisposable
{
    private GivenFiles(TestDb db, GivenMerchant fpy) => (Db, Fpy) = (db, fpy);

    public TestDb Db { get; }

    public GivenMerchant Fpy { get; }

    public List<Invoice> Invoices { get; } = [];

    public static async Task<GivenFiles> MakeAsync(Database database = Database.Sqlite, Dictionary<string, string?>? settings = null)
    {
        var db = await TestDb.MakeAsync(database, extra: settings);
        var files = new GivenFiles(db, await db.Given.MerchantAsync("FPY", Zip.Merchant));
        for (var n = 1; n <= 3; n++)
        {
            var digits = $"000261234560{n}";
            files.Invoices.Add(
                await files.Fpy.InvoiceAsync(taxNumber: digits, number: $"INV-FPY-03260000{n}", date: new DateOnly(2026, 1 + n, 15)));
            await files.UploadAsync(digits, digits);
        }

        return files;
    }

    public async Task UploadAsync(string digits, string content)
    {
        Db.Clock.Advance(TimeSpan.FromMinutes(1));
        (await Db.Get<UploadTaxFiles>().HandleAsync(Fpy.Finance, Zip.Of((Zip.Name(digits), Zip.Pdf(content))), null, default)).Value
            .Single().Refusal
            .Should().BeNull();
    }

    public Task<Outcome<Page<TaxFileRow>>> ListAsync(TaxFileQuery query, Actor? actor = null) =>
        Db.Get<ListTaxFiles>().HandleAsync(actor ?? Fpy.Finance, query, default);

    public ValueTask DisposeAsync() => Db.DisposeAsync();
}
