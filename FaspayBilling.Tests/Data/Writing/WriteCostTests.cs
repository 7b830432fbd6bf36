using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Payments;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Invoices.Form;
using FaspayBilling.Core.Features.Invoices.Lifecycle;
using FaspayBilling.Core.Features.Invoices.Payments;
using FaspayBilling.Core.Features.Invoices.TaxNumbers;
using FaspayBilling.Tests.Support;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Data.Writing;

/// <summary>
/// How many commands EF sends for a write, by a user whose session is looked up, from an opened form. What begins, keeps and commits it is
/// not counted, nor what is prepared and sent past EF: the lock of the merchant's row, the key of a new invoice, and the two commands that
/// look for a number and give it.
/// </summary>
public sealed class WriteCostTests
{
    private const int Many = 200;

    private static readonly SentForm Form = new("0123456789abcdef0123456789abcdef");

    private static readonly Dictionary<string, (int Most, PrepareAsync Prepare)> Writes = new(StringComparer.Ordinal)
    {
        ["generate a number"] = (4, async (db, fpy, who) =>
        {
            var invoice = await fpy.InvoiceAsync();
            return async () => await db.Get<GenerateTaxNumber>().HandleAsync(who, invoice.Number, default);
        }
        ),
        ["create a draft"] = (7, async (db, fpy, who) =>
        {
            var input = await fpy.ContentAsync();
            return async () => await db.Get<SaveInvoice>().HandleAsync(who, input, AfterSave.Keep, null, default);
        }
        ),
        ["issue"] = (12, async (db, fpy, who) =>
        {
            var input = await fpy.ContentAsync();
            var draft = await db.Get<SaveInvoice>().HandleAsync(fpy.Finance, input, AfterSave.Keep, null, default);
            return async () => await db.Get<IssueInvoice>().HandleAsync(who, draft.Value, default);
        }
        ),
        ["create and issue"] = (11, async (db, fpy, who) =>
        {
            var input = await fpy.ContentAsync();
            return async () => await db.Get<SaveInvoice>().HandleAsync(who, input, AfterSave.Issue, null, default);
        }
        ),
        ["record a payment"] = (5, async (db, fpy, who) =>
        {
            var invoice = await fpy.InvoiceAsync();
            var part = new PaymentInput(110_000m, new(2026, 11, 16), "Cash", "");
            return async () => await db.Get<RecordPayment>().HandleAsync(who, invoice.Number, part, default);
        }
        ),
        ["cancel"] = (7, async (db, fpy, who) =>
        {
            var invoice = await fpy.InvoiceAsync();
            return async () => await db.Get<CancelInvoice>().HandleAsync(who, invoice.Number, default);
        }
        ),
        ["give a number back"] = (9, async (db, fpy, who) =>
        {
            var invoice = await fpy.InvoiceAsync(InvoiceStatus.Cancelled, taxNumber: "000-26.00000005");
            return async () => await db.Get<CancelTaxNumber>().HandleAsync(who, invoice.Number, neverApproved: false, default);
        }
        ),
        ["create a bill over the API"] = (8, async (db, fpy, _) =>
        {
            var system = await db.SystemAsync(fpy);
            await system.CreateAsync("1");
            return async () => await system.CreateAsync("2");
        }
        ),
        ["generate many"] = (36, async (db, fpy, who) =>
        {
            var numbers = await ManyAsync(fpy);
            return async () => await db.Get<GenerateTaxNumbers>().HandleAsync(who, numbers, default);
        }
        ),
        ["cancel many"] = (36, async (db, fpy, who) =>
        {
            var numbers = await ManyAsync(fpy);
            return async () => await db.Get<CancelInvoices>().HandleAsync(who, numbers, default);
        }
        ),
        ["delete many"] = (36, async (db, fpy, who) =>
        {
            var numbers = await ManyAsync(fpy, InvoiceStatus.Draft);
            return async () => await db.Get<DeleteInvoices>().HandleAsync(who, numbers, default);
        }
        ),
    };

    private delegate Task<Func<Task<Outcome>>> PrepareAsync(TestDb db, GivenMerchant fpy, Actor who);

    public static TheoryData<string, Database> Each()
    {
        var each = new TheoryData<string, Database>();
        foreach (var what in Writes.Keys)
        {
            each.Add(what, Database.Sqlite);
            if (Machine.WhyNotPostgres is null)
            {
                each.Add(what, Database.Postgres);
            }
        }

        return each;
    }

    [Theory, MemberData(nameof(Each))]
    public async Task A_write_sends_few_commands_and_many_at_once_hardly_more(string what, Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        await fpy.AvailableNumbersAsync(2026, 1_000, "000-26.00000001");
        await fpy.ThresholdAsync(10);
        var who = (await db.SignedInAsync(await db.UserAsync(fpy, "fina@fpy.test", Role.Finance))) with { Form = Form };
        var (most, prepare) = Writes[what];
        var act = await prepare(db, fpy, who);

        using var sql = SqlCommands.Watch();
        var done = await act();

        done.Ok.Should().BeTrue("{0}", done.Refusal?.Code);
        sql.Sent.Should().NotBeEmpty().And.HaveCountLessThanOrEqualTo(most, "{0}", string.Join("\n", sql.Sent));
    }

    private static async Task<List<string>> ManyAsync(GivenMerchant fpy, InvoiceStatus status = InvoiceStatus.Unpaid)
    {
        var numbers = new List<string>();
        for (var n = 0; n < Many; n++)
        {
            numbers.Add((await fpy.InvoiceAsync(status)).Number);
        }

        return numbers;
    }
}
