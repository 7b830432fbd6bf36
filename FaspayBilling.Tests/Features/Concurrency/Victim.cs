using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Invoices.Lifecycle;
using FaspayBilling.Core.Features.Invoices.TaxNumbers;
using FaspayBilling.Tests.Storms;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.Concurrency;

/// <summary>
/// The test assembly started as a program: a process that may be killed. It gives each invoice a number, cancels it, gives the
/// number back, several invoices at once, and says of each step that it is done.
/// </summary>
internal static class Victim
{
    public const string MerchantKey = "Victim:Merchant";
    public const string InvoicesKey = "Victim:Invoices";

    internal static async Task Main(string[] arguments)
    {
        if (arguments is [StormWorker.Name, .. var given])
        {
            await StormWorker.RunAsync(given);
            return;
        }

        var settings = arguments.Select(a => a.Split('=', 2)).ToDictionary(a => a[0], a => (string?)a[1]);
        var actor = new Actor(
            long.Parse(settings[MerchantKey]!, System.Globalization.CultureInfo.InvariantCulture), null, "Victim", Role.Finance);
        await using var db = TestDb.Open(settings);
        await Parallel.ForEachAsync(
            settings[InvoicesKey]!.Split(','), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (number, stop) =>
            {
                Say(number, "took", await db.Get<GenerateTaxNumber>().HandleAsync(actor, number, stop));
                Say(number, "cancelled", await db.Get<CancelInvoice>().HandleAsync(actor, number, stop));
                Say(number, "gave", await db.Get<CancelTaxNumber>().HandleAsync(actor, number, neverApproved: false, stop));
            });
    }

    private static void Say(string number, string done, Outcome outcome)
    {
        if (outcome.Ok) Console.WriteLine($"{number} {done}");
    }
}
