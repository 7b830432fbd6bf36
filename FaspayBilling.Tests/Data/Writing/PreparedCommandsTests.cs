using System.Collections.Concurrent;
using System.Diagnostics;
using FaspayBilling.Core.Features.Invoices.TaxNumbers;
using FaspayBilling.Core.Telemetry;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Data.Writing;

/// <summary>What is sent past EF is seen by who watches the program.</summary>
public sealed class PreparedCommandsTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Looking_for_a_number_and_giving_it_are_traced_as_other_statements_are(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        await fpy.AvailableNumbersAsync(2026, 3);
        var invoice = await fpy.InvoiceAsync();
        var spans = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Meters.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        using var request = new Activity("request");
        request.Start();

        var done = await db.Get<GenerateTaxNumber>().HandleAsync(fpy.Finance, invoice.Number, default);

        done.Ok.Should().BeTrue("{0}", done.Refusal?.Code);

        // Tests beside this one have statements of their own; PostgreSQL locks the merchant's row too.
        spans.Count(s => s.TraceId == request.TraceId && s.DisplayName == "sql Prepared")
            .Should().Be(database == Database.Postgres ? 3 : 2);
    }
}
