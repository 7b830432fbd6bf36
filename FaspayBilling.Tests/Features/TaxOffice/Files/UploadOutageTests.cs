using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.TaxOffice.Files;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.TaxOffice.Files;

/// <summary>A zip whose upload the database does not see to its end.</summary>
public sealed class UploadOutageTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_stored_before_the_database_went_away_stays_and_the_same_upload_later_stores_the_rest(Database database)
    {
        string[] numbers = ["0002612345601", "0002612345602", "0002612345603"];
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync("FPY", Zip.Merchant);
        var user = await db.SignedInAsync(await db.UserAsync(fpy, "fina@fpy.example", Role.Finance));
        var fina = user with { Form = new SentForm("upload-1") };
        foreach (var number in numbers)
        {
            await fpy.InvoiceAsync(taxNumber: number);
        }

        using var zip = Zip.Of([.. numbers.Select(number => (Zip.Name(number), Zip.Pdf(number)))]);
        var away = new AwayAfterOne(db);

        var cut = await db.Get<UploadTaxFiles>().HandleAsync(fina, zip, away, default);
        await away.Outage!.DisposeAsync();

        (cut.Refusal!.Code, cut.Refusal.Message.Key).Should().Be(("database.unavailable", "database.unavailable:later"));
        (await db.TaxFilesAsync()).Select(f => f.FileName).Should().Equal(Zip.Name(numbers[0]));
        zip.Position = 0;
        var again = await db.Get<UploadTaxFiles>().HandleAsync(fina, zip, null, default);

        again.Value.Should().OnlyContain(line => line.State == TaxFileResultState.Stored);
        (await db.TaxFilesAsync()).Select(f => f.FileName).Should().Equal(numbers.Select(number => Zip.Name(number)));
    }

    /// <summary>The database goes away when the first file is stored.</summary>
    private sealed class AwayAfterOne(TestDb db) : IProgress<double>
    {
        public Outage? Outage { get; private set; }

        public void Report(double value) => Outage ??= Task.Run(() => Outage.BeginAsync(db)).GetAwaiter().GetResult();
    }
}
