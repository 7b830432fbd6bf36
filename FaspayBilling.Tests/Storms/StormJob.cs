using System.Globalization;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Attachments;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Payments;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice.Codes;
using FaspayBilling.Core.Features.Attachments;
using FaspayBilling.Core.Features.Invoices.Form;
using FaspayBilling.Core.Features.Invoices.Lifecycle;
using FaspayBilling.Core.Features.Invoices.Payments;
using FaspayBilling.Core.Features.Invoices.TaxNumbers;
using FaspayBilling.Core.Features.TaxOffice.Exports;
using FaspayBilling.Core.Features.TaxOffice.Files;
using FaspayBilling.Tests.Features.TaxOffice.Files;
using FaspayBilling.Tests.Support.Pdf;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaspayBilling.Tests.Storms;

/// <summary>What somebody does at the screens, step by step; which of the five it is follows from the job's number.</summary>
/// <param name="services">The handlers.</param>
/// <param name="actor">Who works.</param>
/// <param name="numberless">Issued tax invoices that have no E-Faktur No yet.</param>
/// <param name="stepAsync">Sends a step until it is answered, and says so.</param>
internal sealed class StormJob(
    IServiceProvider services,
    Actor actor,
    IReadOnlyList<string> numberless,
    Func<int, string, Func<Task<Outcome<string>>>, Task<string>> stepAsync)
{
    private const decimal Half = 500_000m;

    /// <summary>Does the whole job.</summary>
    public Task DoAsync(int job) => (job % 5) switch
    {
        0 => PayAsync(job),
        1 => GiveBackAsync(job),
        2 => FilesAsync(job),
        3 => ExportAsync(job),
        _ when job / 5 < numberless.Count => GenerateAsync(job, numberless[job / 5]),
        _ => PayAsync(job),
    };

    /// <summary>The subject by which the job's invoice is found.</summary>
    public static string Subject(int job) => string.Create(CultureInfo.InvariantCulture, $"Job {job}");

    /// <summary>The note by which a payment is found.</summary>
    public static string Note(int job, string step) => string.Create(CultureInfo.InvariantCulture, $"Job {job} {step}");

    private async Task PayAsync(int job)
    {
        var invoice = await SaveAsync(job, AfterSave.Issue);
        foreach (var step in new[] { "pay1", "pay2" })
        {
            var input = new PaymentInput(Half, Today, PaymentRules.Methods[0], Note(job, step));
            await DoneAsync(job, step, sent => Get<RecordPayment>().HandleAsync(sent, invoice, input, default));
        }
    }

    private async Task GiveBackAsync(int job)
    {
        var invoice = await SaveAsync(job, AfterSave.Keep);
        await DoneAsync(job, "issue", sent => Get<IssueInvoice>().HandleAsync(sent, invoice, default));
        await DoneAsync(job, "cancel", sent => Get<CancelInvoice>().HandleAsync(sent, invoice, default));
        await stepAsync(job, "giveback", async () =>
        {
            var given = await Get<CancelTaxNumber>().HandleAsync(As(job, "giveback"), invoice, neverApproved: false, default);
            return given.Ok ? Outcome<string>.With($"{given.Value}") : Outcome<string>.Refused(given.Refusals);
        });
    }

    private async Task FilesAsync(int job)
    {
        var invoice = await SaveAsync(job, AfterSave.Issue);
        await stepAsync(job, "attach", async () => Plain(
            await Get<UploadAttachment>().HandleAsync(
                As(job, "attach"), invoice, $"{Subject(job)}.pdf", SampleFiles.Pdf(), new DocumentFileInput(), default)));
        await stepAsync(job, "file", async () =>
        {
            var number = await ReadAsync(invoice, i => i.TaxNumber);
            var zip = Zip.Of((Zip.Name(number!.Value.Digits), Zip.Pdf()));
            var stored = await Get<UploadTaxFiles>().HandleAsync(As(job, "file"), zip, null, default);
            return stored.Ok && stored.Value.Single().Refusal is { } no ? no
                : stored.Ok ? Outcome<string>.With($"{stored.Value.Single().State}")
                : Outcome<string>.Refused(stored.Refusals);
        });
    }

    private async Task ExportAsync(int job)
    {
        var invoice = await SaveAsync(job, AfterSave.Issue);
        await stepAsync(job, "export", async () =>
        {
            var made = await Get<MakeExport>().HandleAsync(
                As(job, "export"), TaxChannel.Desktop, [await ReadAsync(invoice, i => i.Id)], default);
            return made.Ok ? Plain(Outcome<long>.With(made.Value.Id)) : Outcome<string>.Refused(made.Refusals);
        });
    }

    private Task GenerateAsync(int job, string invoice) =>
        stepAsync(job, "generate", async () =>
        {
            var given = await Get<GenerateTaxNumber>().HandleAsync(As(job, "generate"), invoice, default);
            return given.Ok ? Outcome<string>.With(invoice) : Outcome<string>.Refused(given.Refusals);
        });

    private Task<string> SaveAsync(int job, AfterSave then) => stepAsync(job, "save", async () =>
    {
        var customer = await ReadAsync(
            db => db.Set<Customer>().Where(c => c.MerchantId == actor.MerchantId).Select(c => c.Id).FirstAsync());
        var content = TestInvoice.Content with
        {
            CustomerId = customer,
            Subject = Subject(job),
            InvoiceDate = Today,
            DueDate = Today.AddDays(30),
            TransactionCode = TransactionCodes.Usual(Today),
        };
        return await Get<SaveInvoice>().HandleAsync(As(job, "save"), content, then, null, default);
    });

    private Task DoneAsync(int job, string step, Func<Actor, Task<Outcome>> send) => stepAsync(job, step, async () =>
    {
        var outcome = await send(As(job, step));
        return outcome.Ok ? Outcome<string>.With("done") : Outcome<string>.Refused(outcome.Refusals);
    });

    private static Outcome<string> Plain(Outcome<long> outcome) =>
        outcome.Ok ? Outcome<string>.With(outcome.Value.ToString(CultureInfo.InvariantCulture)) : Outcome<string>.Refused(outcome.Refusals);

    // The form that was opened for this step: however often it is sent, it is done once.
    private Actor As(int job, string step) =>
        actor with { Form = new SentForm(string.Create(CultureInfo.InvariantCulture, $"storm-{job}-{step}")) };

    private static DateOnly Today => JakartaCalendar.DayOf(TimeProvider.System.GetUtcNow().UtcDateTime);

    private T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    private Task<T> ReadAsync<T>(string number, System.Linq.Expressions.Expression<Func<Invoice, T>> what) =>
        ReadAsync(db => db.Set<Invoice>().Where(i => i.MerchantId == actor.MerchantId && i.Number == number).Select(what).SingleAsync());

    private async Task<T> ReadAsync<T>(Func<BillingDb, Task<T>> read)
    {
        await using var db = await Get<IDbContextFactory<BillingDb>>().CreateDbContextAsync();
        return await read(db);
    }
}
