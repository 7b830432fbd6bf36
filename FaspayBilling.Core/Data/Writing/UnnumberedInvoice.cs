using System.Data.Common;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Actions;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxNumbers;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Data.Writing;

/// <summary>
/// One invoice that asks for a number: read by one command with all that the rules ask, and given its number by another. The rules are
/// asked in between, where they are for everybody.
/// </summary>
internal sealed class UnnumberedInvoice
{
    private const string Giving = """
        UPDATE "Invoices" SET "TaxNumber" = @digits, "Version" = "Version" + 1
            WHERE "Id" = @invoice AND "Version" = @version AND "TaxNumber" IS NULL;
        INSERT INTO "History" ("Security", "MerchantId", "At", "UserId", "Who", "Subject", "SubjectId", "Action", "Arguments")
            VALUES (@security, @merchant, @now, @user, @who, @subject, @invoice, @action, @arguments);
        """;

    private const string Shortening = """
        UPDATE "FreeNumbers" SET "First" = @first WHERE "Id" = @run AND "First" = @first - 1 AND "Last" = @last;
        """;

    private const string UsingUp = """DELETE FROM "FreeNumbers" WHERE "Id" = @run AND "First" = @last AND "Last" = @last;""";

    private const string FirstUse = """
        UPDATE "TaxNumberRanges" SET "FirstUsedAt" = @now, "Version" = "Version" + 1 WHERE "Id" = @range AND "FirstUsedAt" IS NULL;
        """;

    private const string Run = """
        SELECT f."Id" FROM "FreeNumbers" f WHERE f."MerchantId" = i."MerchantId" AND f."Year" =
        """;

    private static readonly string Sqlite = Reading($"""
        LEFT JOIN "FreeNumbers" r ON r."Id" = ({Run} CAST(substr(i."InvoiceDate", 1, 4) AS INTEGER) ORDER BY f."First" LIMIT 1)
        """);

    private static readonly string Postgres = Reading($"""
        LEFT JOIN LATERAL ({Run} CAST(EXTRACT(YEAR FROM i."InvoiceDate") AS integer) ORDER BY f."First" LIMIT 1) n ON TRUE
        LEFT JOIN "FreeNumbers" r ON r."Id" = n."Id"
        """);

    private long runId;
    private AvailableRun? run;
    private bool rangeIsUsed;
    private Threshold? threshold;
    private ThresholdNotified? notified;
    private long available;

    private UnnumberedInvoice()
    {
    }

    public long Id { get; private init; }

    public int Version { get; private init; }

    public DateOnly InvoiceDate { get; private init; }

    public GenerateFacts Facts { get; private init; }

    /// <summary>The merchant's E-Faktur module is on; null without settings.</summary>
    public bool? Module { get; private init; }

    /// <summary>Reads it under the lock; null when the merchant has none of that number.</summary>
    public static Task<UnnumberedInvoice?> FindAsync(WriteContext write, string number)
    {
        var merchant = write.Actor.MerchantId;
        return write.Db.ReadPreparedAsync(
            write.Db is SqliteBillingDb ? Sqlite : Postgres,
            [("merchant", merchant), ("number", number), ("year", JakartaCalendar.YearOf(write.Now))],
            row => Of(row, merchant),
            write.Stop);
    }

    /// <summary>The smallest number of its year, taken from the run that was read; null when none is left.</summary>
    public TakenNumber? TakeSmallest() => run is null ? null : new TaxNumberPool([run]).TakeSmallest();

    /// <summary>
    /// True when the number that it takes leaves what the merchant was told about the year as it is: no mail, and no state to be written.
    /// </summary>
    public bool WarnsNobody(int year)
    {
        var left = available - (InvoiceDate.Year == year ? 1 : 0);
        return threshold is null
            || (notified is { } told
                && ThresholdRule.Decide(threshold, left, told, saved: false) is { Mails: false } decision
                && decision.After == told);
    }

    /// <summary>Writes what <see cref="TakeSmallest"/> took, with its line of history.</summary>
    public async Task GiveAsync(WriteContext write, TakenNumber taken)
    {
        var line = write.Line(HistorySubject.Invoice, Id, Message.Of("tax-number.give", ("number", taken.Number.ToString())));
        var usedUp = run!.Count == 0;
        var changes = rangeIsUsed ? 3 : 4;
        List<(string, object?)> values =
        [
            ("digits", taken.Number.Digits), ("invoice", Id), ("version", Version), ("run", runId), ("security", line.Security),
            ("merchant", line.MerchantId), ("now", line.At), ("user", line.UserId), ("who", line.Who), ("subject", line.Subject.ToString()),
            ("action", line.Action), ("arguments", MessageJson.Write(line.Arguments)), ("last", run.Last),
        ];
        if (!usedUp)
        {
            values.Add(("first", run.First));
        }

        if (!rangeIsUsed)
        {
            values.Add(("range", taken.RangeId));
        }

        var text = Giving + (usedUp ? UsingUp : Shortening) + (rangeIsUsed ? "" : FirstUse);
        if (await write.Db.ExecutePreparedAsync(text, values, write.Stop) != changes)
        {
            throw new DbUpdateConcurrencyException("A row was changed since it was read.");
        }

        write.MarkChanged(HistorySubject.Invoice, Id);
        write.MarkChanged(HistorySubject.TaxNumberRange, taken.RangeId);
    }

    private static string Reading(string smallest) => $"""
        SELECT i."Id", i."Version", i."InvoiceDate", i."Status", i."InvoiceTax", i."DocumentType",
            i."TaxNumber" IS NOT NULL OR i."CoretaxNumber" IS NOT NULL, s."EFakturModule",
            r."Id", r."RangeId", r."Year", r."First", r."Last", g."FirstUsedAt" IS NOT NULL,
            t."Limit", t."Active", w."Notified", c."Available"
        FROM "Invoices" i
        LEFT JOIN "BillingSettings" s ON s."MerchantId" = i."MerchantId"
        {smallest}
        LEFT JOIN "TaxNumberRanges" g ON g."Id" = r."RangeId"
        LEFT JOIN "Thresholds" t ON t."MerchantId" = i."MerchantId"
        LEFT JOIN "ThresholdStates" w ON w."MerchantId" = i."MerchantId" AND w."Year" = @year
        LEFT JOIN "NumberCounts" c ON c."MerchantId" = i."MerchantId" AND c."Year" = @year
        WHERE i."MerchantId" = @merchant AND i."Number" = @number AND i."DeletedAt" IS NULL
        """;

    private static UnnumberedInvoice Of(DbDataReader row, long merchant) => new()
    {
        Id = row.GetInt64(0),
        Version = row.GetInt32(1),
        InvoiceDate = row.GetFieldValue<DateOnly>(2),
        Facts = new(Read<InvoiceStatus>(row, 3), row.GetBoolean(4), Read<DocumentType>(row, 5), row.GetBoolean(6)),
        Module = row.IsDBNull(7) ? null : row.GetBoolean(7),
        runId = row.IsDBNull(8) ? 0 : row.GetInt64(8),
        run = row.IsDBNull(8) ? null : new AvailableRun
        {
            MerchantId = merchant, RangeId = row.GetInt64(9), Year = row.GetInt32(10), First = row.GetInt64(11), Last = row.GetInt64(12),
        },
        rangeIsUsed = row.GetBoolean(13),
        threshold = row.IsDBNull(14)
            ? null
            : new Threshold { MerchantId = merchant, Limit = row.GetInt32(14), Active = row.GetBoolean(15) },
        notified = row.IsDBNull(16) ? null : Read<ThresholdNotified>(row, 16),
        available = row.IsDBNull(17) ? 0 : row.GetInt64(17),
    };

    private static TEnum Read<TEnum>(DbDataReader row, int column)
        where TEnum : struct, Enum => Enum.Parse<TEnum>(row.GetString(column));
}
