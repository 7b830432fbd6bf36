using System.Globalization;
using FaspayBilling.Core.Domain.Attachments;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Invoices.Payments;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Features.Attachments;
using FaspayBilling.Core.Features.Invoices;
using FaspayBilling.Core.Features.Invoices.Form;
using FaspayBilling.Core.Features.Invoices.Lifecycle;
using FaspayBilling.Core.Features.Invoices.Payments;
using FaspayBilling.Core.Features.Invoices.TaxNumbers;
using FaspayBilling.Core.Features.TaxNumbers;
using FaspayBilling.Core.Features.TaxOffice.CoretaxLists;
using FaspayBilling.Core.Features.TaxOffice.Exports;
using FaspayBilling.Tests.Features.TaxOffice.Exports;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Pdf;

namespace FaspayBilling.Tests.Properties;

/// <summary>A merchant to whom things happen, through the handlers that the screens call, on a real database.</summary>
internal sealed class Life(TestDb db, GivenMerchant merchant)
{
    private static int begun;

    private readonly List<long> readings = [];

    /// <summary>A merchant with few numbers in each year, so that they run out and come back.</summary>
    public static async Task<Life> BeginAsync(TestDb db)
    {
        // All lives are in one database and begin at the same time: a database for each would take longer than the life.
        db.Clock.AdjustTime(Given.Clock().GetUtcNow());
        var merchant = await db.ExporterAsync(string.Create(CultureInfo.InvariantCulture, $"{Interlocked.Increment(ref begun):X3}"));
        await db.ChangeAsync<BillingSettings>(s => s.MerchantId == merchant.Id, s => s.WithholdingTax = true);
        await merchant.AvailableNumbersAsync(2026, 1);
        await merchant.AvailableNumbersAsync(2025, 1);
        await merchant.ThresholdAsync(1);
        return new Life(db, merchant);
    }

    /// <summary>What was done and not refused.</summary>
    public HashSet<Deed> Done { get; } = [];

    public Task<LifeFacts> FactsAsync() => LifeFacts.ReadAsync(db, merchant.Id);

    /// <summary>Tries the step; answers the codes with which it was refused, none when it was done.</summary>
    public async Task<IReadOnlyList<string>> TryAsync(Step step, LifeFacts facts)
    {
        var refused = await ActAsync(step, facts);
        if (refused.Count == 0)
        {
            Done.Add(step.Deed);
        }

        return refused;
    }

    private async Task<IReadOnlyList<string>> ActAsync(Step step, LifeFacts facts)
    {
        var content = step.Content with { CustomerId = (await merchant.CustomerAsync()).Id };
        if (step.Deed is Deed.Draft or Deed.Proforma or Deed.Issue)
        {
            var then = step.Deed switch
            {
                Deed.Draft => AfterSave.Keep,
                Deed.Proforma => AfterSave.SendAsProforma,
                _ => AfterSave.Issue,
            };
            return Codes(await db.Get<SaveInvoice>().HandleAsync(merchant.Finance, content, then, null, default));
        }

        if (step.Deed == Deed.WaitDays)
        {
            db.Clock.Advance(TimeSpan.FromDays(step.Size % 40));
            await db.Get<SweepOverdue>().HandleAsync(default);
            return [];
        }

        if (step.Deed is Deed.UndoReadBack or Deed.AddRange)
        {
            return step.Deed == Deed.AddRange ? await AddRangeAsync(step) : await UndoReadBackAsync(step);
        }

        // Now and then any invoice at all: what may not be done is tried too.
        var likely = facts.Visible.Where(i => step.Size % 4 == 0 || IsLikely(step.Deed, i)).ToList();
        return likely.Count == 0 ? ["nothing there"] : await ActAsync(step, facts, likely[step.Which % likely.Count]);
    }

    private static bool IsLikely(Deed deed, Invoice invoice) => deed switch
    {
        Deed.IssueLater => invoice.Status is InvoiceStatus.Draft or InvoiceStatus.Proforma,
        Deed.GiveBack => invoice.Status == InvoiceStatus.Cancelled && invoice.TaxNumber is not null,
        Deed.Generate => invoice.MayTakeNumber,
        Deed.Cancel => invoice.Status.IsOpen() && (invoice.TaxNumber is not null || invoice.Paid > 0),
        _ => true,
    };

    private Task<IReadOnlyList<string>> AddRangeAsync(Step step)
    {
        var (year, start) = (step.Size % 2 == 0 ? 2026 : 2025, 1 + (step.Which % 50));
        string Number(int serial) => string.Create(CultureInfo.InvariantCulture, $"002-{year % 100}.{serial:D8}");
        return DoneAsync(db.Get<AddRange>()
            .HandleAsync(merchant.Finance, new RangeInput(year, Number(start), Number(start + (step.Size % 3))), default));
    }

    private Task<IReadOnlyList<string>> ActAsync(Step step, LifeFacts facts, Invoice invoice) => step.Deed switch
    {
        Deed.IssueLater => DoneAsync(db.Get<IssueInvoice>().HandleAsync(merchant.Finance, invoice.Number, default)),
        Deed.Duplicate => DoneAsync(db.Get<DuplicateInvoice>().HandleAsync(merchant.Finance, invoice.Number, default)),
        Deed.Delete => DoneAsync(db.Get<DeleteInvoice>().HandleAsync(merchant.Finance, invoice.Number, default)),
        Deed.Pay => PayAsync(step, invoice),
        Deed.UndoPayment => UndoPaymentAsync(step, facts, invoice),
        Deed.CreditNote => NoteAsync(step, invoice, DocumentType.CreditNote),
        Deed.DebitNote => NoteAsync(step, invoice, DocumentType.DebitNote),
        Deed.Withhold => WithholdAsync(step, invoice),
        Deed.UndoWithholding => UndoWithholdingAsync(step, facts, invoice),
        Deed.Cancel => DoneAsync(db.Get<CancelInvoice>().HandleAsync(merchant.Finance, invoice.Number, default)),
        Deed.GiveBack => DoneAsync(
            db.Get<CancelTaxNumber>().HandleAsync(merchant.Finance, invoice.Number, neverApproved: step.Size % 2 == 0, default)),
        Deed.Generate => DoneAsync(db.Get<GenerateTaxNumber>().HandleAsync(merchant.Finance, invoice.Number, default)),
        Deed.ExportCsv => ExportAsync(step, facts, TaxChannel.Desktop),
        Deed.ExportXml => ExportAsync(step, facts, TaxChannel.Coretax),
        Deed.ReadBack => ReadBackAsync(step, facts),
        _ => throw new ArgumentOutOfRangeException(nameof(step), step.Deed, "It is done elsewhere."),
    };

    // A part, all, or more than all of what is owed.
    private Task<IReadOnlyList<string>> PayAsync(Step step, Invoice invoice)
    {
        var amount = decimal.Ceiling(Math.Max(1, invoice.Outstanding) * (step.Size % 3 == 0 ? 1 : step.Size / 800m));
        var input = new PaymentInput(
            amount,
            JakartaCalendar.DayOf(db.Clock.Now()),
            PaymentRules.Methods[step.Size % PaymentRules.Methods.Count],
            AboveOutstandingConfirmed: step.Size % 2 == 0,
            BeforeInvoiceConfirmed: true);
        return DoneAsync(db.Get<RecordPayment>().HandleAsync(merchant.Finance, invoice.Number, input, default));
    }

    private Task<IReadOnlyList<string>> UndoPaymentAsync(Step step, LifeFacts facts, Invoice invoice)
    {
        var of = invoice.Payments.Count > 0 ? invoice : facts.Visible.FirstOrDefault(i => i.Payments.Count > 0);
        return of is null
            ? Task.FromResult<IReadOnlyList<string>>(["nothing there"])
            : DoneAsync(db.Get<UndoPayment>()
                .HandleAsync(merchant.Finance, of.Number, of.Payments[step.Size % of.Payments.Count].Id, default));
    }

    private async Task<IReadOnlyList<string>> NoteAsync(Step step, Invoice invoice, DocumentType type)
    {
        var note = new NoteRequest(type, invoice.Number);
        var form = await db.Get<ReadInvoiceForm>().HandleAsync(merchant.Finance, note, default);
        if (!form.Ok)
        {
            return Codes(form);
        }

        // The whole of it, or its first line alone.
        var lines = form.Value.Input.Lines.Take(step.Size % 2 == 0 ? int.MaxValue : 1);
        var content = form.Value.Input with { Lines = [.. lines], SettlesReference = step.Size % 3 > 0 };
        return Codes(await db.Get<SaveInvoice>().HandleAsync(merchant.Finance, content, AfterSave.Issue, note, default));
    }

    private Task<IReadOnlyList<string>> WithholdAsync(Step step, Invoice invoice)
    {
        var input = new DocumentFileInput
        {
            Type = AttachmentType.WithholdingTax,
            WithholdingNumber = "WHT-1",
            WithholdingAmount = decimal.Ceiling(Math.Max(1, invoice.Total) * step.Size / 900m) + 1,
            WithholdingDate = JakartaCalendar.DayOf(db.Clock.Now()),
            Deducts = step.Size % 4 > 0,
            AboveOutstandingConfirmed = step.Size % 2 == 0,
        };
        return DoneAsync(db.Get<UploadAttachment>()
            .HandleAsync(merchant.Finance, invoice.Number, "wht.pdf", SampleFiles.Pdf(), input, default));
    }

    private Task<IReadOnlyList<string>> UndoWithholdingAsync(Step step, LifeFacts facts, Invoice invoice)
    {
        var slips = facts.Slips.Where(s => s.InvoiceId == invoice.Id || step.Size % 2 == 0).ToList();
        return slips.Count == 0
            ? Task.FromResult<IReadOnlyList<string>>(["nothing there"])
            : DoneAsync(db.Get<DeleteAttachment>().HandleAsync(merchant.Finance, slips[step.Which % slips.Count].Id, default));
    }

    private async Task<IReadOnlyList<string>> ExportAsync(Step step, LifeFacts facts, TaxChannel file)
    {
        // What the export's page lists of it: one that has a problem would keep the others out.
        var ids = new List<long>();
        foreach (var invoice in facts.Visible)
        {
            var check = await db.Get<CheckExport>().HandleAsync(merchant.Finance, file, [invoice.Id], default);
            if (check.Ok && check.Value.Problems.Count == 0)
            {
                ids.Add(invoice.Id);
            }
        }

        var made = await db.Get<MakeExport>().HandleAsync(merchant.Finance, file, ids, default, approvedToo: step.Size % 2 == 0);
        if (!made.Ok)
        {
            return Codes(made);
        }

        var text = System.Text.Encoding.UTF8.GetString(
            (await db.Get<ReadExport>().HandleAsync(merchant.Finance, made.Value.Id, default)).Value.Bytes);
        LifeExports.ShouldBeLawful(file, text, [.. facts.Visible.Where(i => ids.Contains(i.Id))]);
        return [];
    }

    private async Task<IReadOnlyList<string>> ReadBackAsync(Step step, LifeFacts facts)
    {
        var rows = CoretaxWords.Of(step, facts);
        var applied = await db.Get<ApplyCoretaxList>().HandleAsync(merchant.Finance, "list.xlsx", rows, null, default);
        readings.AddRange(applied.Value.ReadingId is { } id ? [id] : []);
        return Codes(applied);
    }

    private async Task<IReadOnlyList<string>> UndoReadBackAsync(Step step) => readings.Count == 0
        ? ["nothing there"]
        : Codes(await db.Get<UndoCoretaxList>().HandleAsync(merchant.Finance, readings[^(1 + (step.Which % readings.Count))], default));

    private static async Task<IReadOnlyList<string>> DoneAsync(Task<Outcome> done) => Codes(await done);

    private static async Task<IReadOnlyList<string>> DoneAsync<T>(Task<Outcome<T>> done) => Codes(await done);

    private static IReadOnlyList<string> Codes(Outcome outcome) => [.. outcome.Refusals.Select(r => r.Code)];
}
