using System.Runtime.CompilerServices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxNumbers;

namespace FaspayBilling.Core.Upkeep.Checks;

/// <summary>
/// Who was warned that numbers run low was warned of what is so (docs/rules.md 7): else the next warning would not come. Only the current
/// year's counts warn.
/// </summary>
internal sealed class Notified() : Invariant("a warning that numbers run low was given for what is left", "warned years")
{
    public override Task<long> CountAsync(Snapshot moment, CancellationToken stop) =>
        moment.NumberAsync("""SELECT count(*) FROM "ThresholdStates" """, stop);

    public override async IAsyncEnumerable<Breach> BreachesAsync(Snapshot moment, [EnumeratorCancellation] CancellationToken stop)
    {
        var current = JakartaCalendar.YearOf(moment.Now);
        var rows = moment.RowsAsync(
            """
            SELECT m."Code", s."Year", s."Notified", t."Limit", t."Active", COALESCE(c."Available", 0), s."MerchantId"
            FROM "ThresholdStates" s LEFT JOIN "Thresholds" t ON t."MerchantId" = s."MerchantId"
                LEFT JOIN "NumberCounts" c ON c."MerchantId" = s."MerchantId" AND c."Year" = s."Year"
                LEFT JOIN "Merchants" m ON m."Id" = s."MerchantId"
            """,
            stop);
        await foreach (var row in rows)
        {
            var (year, notified, available) = (row.NumberAt(1), row.NameAt<ThresholdNotified>(2), row.NumberAt(5));
            if (year != current || notified == ThresholdNotified.None)
            {
                continue;
            }

            var expected = row.IsDBNull(3)
                ? ThresholdNotified.None
                : ThresholdRule.Decide(
                    new Threshold { MerchantId = row.NumberAt(6), Limit = (int)row.NumberAt(3), Active = row.GetBoolean(4) },
                    available,
                    notified,
                    saved: false).After;
            if (expected != notified)
            {
                yield return new Breach(
                    row.TextAt(0),
                    $"threshold of {row.TextAt(1)}, {available} available",
                    $"warned of {notified}",
                    $"warned of {expected}");
            }
        }
    }
}
