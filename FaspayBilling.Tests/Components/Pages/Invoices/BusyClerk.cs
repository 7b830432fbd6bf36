using FaspayBilling.Core.Domain.Invoices.Payments;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Invoices.Lifecycle;
using FaspayBilling.Core.Features.Invoices.Payments;
using FaspayBilling.Core.Features.Invoices.TaxNumbers;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Components.Pages.Invoices;

/// <summary>Somebody who writes all the time, on invoices of the own and on new ones.</summary>
internal sealed class BusyClerk(TestDb db, GivenMerchant merchant, IReadOnlyList<string> numbers, int seed)
{
    // As fast as nobody clicks, and slow enough that the lists have processors too.
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(40);

    private readonly List<string> mine = [.. numbers];

    // The same sequence each time.
    private uint state = (uint)seed + 1;
    private int written;

    /// <summary>How many writes were not refused.</summary>
    public int Written => Volatile.Read(ref written);

    /// <summary>Writes until it is enough.</summary>
    public async Task WorkAsync(Func<bool> enough)
    {
        for (; !enough(); await Task.Delay(Breath))
        {
            if ((await WriteAsync()).Ok)
            {
                Interlocked.Increment(ref written);
            }
        }
    }

    private async Task<Outcome> WriteAsync()
    {
        var number = mine[Next(mine.Count)];
        switch (Next(6))
        {
            case 0:
                return await db.Get<GenerateTaxNumber>().HandleAsync(merchant.Finance, number, default);
            case 1:
                return await db.Get<CancelTaxNumber>().HandleAsync(merchant.Finance, number, neverApproved: true, default);
            case 2:
                return await db.Get<CancelInvoice>().HandleAsync(merchant.Finance, number, "", default);
            case 3:
                var copy = await db.Get<DuplicateInvoice>().HandleAsync(merchant.Finance, number, default);
                if (copy.Ok)
                {
                    mine.Add(copy.Value);
                }

                return copy;
            case 4:
                return await db.Get<IssueInvoice>().HandleAsync(merchant.Finance, mine[^1], default);
            default:
                var part = new PaymentInput(10_000m, JakartaCalendar.DayOf(db.Clock.Now()), "Cash");
                return await db.Get<RecordPayment>().HandleAsync(merchant.Finance, number, part, default);
        }
    }

    private int Next(int below)
    {
        state = (state * 1_664_525) + 1_013_904_223;
        return (int)((state >> 8) % (uint)below);
    }
}
