using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Domain.TaxOffice.Codes;
using FaspayBilling.Core.Outbox.Mail;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Support.Data;

/// <summary>A merchant that exists, its people, and ways to give it more.</summary>
public sealed class GivenMerchant(TestDb db, Merchant merchant)
{
    private Customer? customer;

    public Merchant Merchant => merchant;

    public long Id => merchant.Id;

    public Actor Viewer => new(Id, null, "Vera Viewer", Role.Viewer);

    public Actor Finance => new(Id, null, "Fina Finance", Role.Finance);

    public Actor Admin => new(Id, null, "Ada Admin", Role.Admin);

    private DateOnly Today => JakartaCalendar.DayOf(db.Clock.Now());

    /// <summary>The merchant's usual customer; with other arguments one more.</summary>
    public async Task<Customer> CustomerAsync(
        string name = "PT Pelanggan Setia", string npwp = "026015362054000", string email = "billing@pelanggan.example")
    {
        if (customer?.Name == name)
        {
            return customer;
        }

        var count = await db.ReadAsync(d => d.Set<Customer>().CountAsync(c => c.MerchantId == Id));
        var added = await db.AddAsync(
            new Customer
            {
                MerchantId = Id, Number = count + 1, Name = name, Npwp = npwp, Email = email, Address = "Jl. Melati 1, Jakarta",
                TaxableCompany = true,
            });
        customer ??= added;
        return added;
    }

    /// <summary>
    /// A range with exactly <paramref name="count"/> numbers, all available; the n-th one of a year starts after the one before.
    /// </summary>
    public async Task<TaxNumberRange> AvailableNumbersAsync(int year, int count, string? first = null)
    {
        var start = first is null ? await NextStartAsync(year) : Number(first);
        var range = await RangeAsync(year, start, new TaxNumber(start.Value + count - 1));
        await db.AddAsync(
            new AvailableRun { MerchantId = Id, RangeId = range.Id, Year = year, First = range.Start.Value, Last = range.End.Value });
        return range;
    }

    /// <summary>The threshold setting.</summary>
    public Task<Threshold> ThresholdAsync(int limit, bool active = true) =>
        db.AddAsync(new Threshold { MerchantId = Id, Limit = limit, Active = active });

    /// <summary>
    /// An invoice that went the whole way to <paramref name="status"/>; a <paramref name="taxNumber"/> is taken out of the range that
    /// holds it.
    /// </summary>
    public async Task<Invoice> InvoiceAsync(
        InvoiceStatus status = InvoiceStatus.Unpaid, bool taxed = true, string? taxNumber = null, string? number = null,
        DateOnly? date = null, DateTime? due = null, decimal price = 1_000_000m, Action<Invoice>? also = null)
    {
        var buyer = await CustomerAsync();
        var day = date ?? (status == InvoiceStatus.Overdue ? Today.AddDays(-10) : Today);
        TaxNumber? given = taxNumber is null ? null : Number(taxNumber);
        var invoice = new TestInvoice
        {
            MerchantId = Id,
            Number = number ?? await NextInvoiceNumberAsync(day),
            Subject = "Services",
            Date = day,
            Due = due ?? JakartaCalendar.EndOf(status == InvoiceStatus.Overdue ? Today.AddDays(-1) : Today.AddDays(30)),
            Taxed = taxed,
            Code = TransactionCodes.Usual(day),
            Lines = [TestInvoice.Line(price, name: "Service")],
            TaxNumber = given,
            DocumentId = DocumentId.New(),
            Now = db.Clock.Now(),
        }
        .For(buyer)
        .In(status);
        if (given is { } taken)
        {
            await TakeAsync(taken, day.Year);
        }

        also?.Invoke(invoice);
        return await db.AddAsync(invoice);
    }

    /// <summary>What somebody types who makes an invoice for the usual customer.</summary>
    public async Task<InvoiceContent> ContentAsync() => TestInvoice.Content with { CustomerId = (await CustomerAsync()).Id };

    /// <summary>A mail in the outbox, due now.</summary>
    public Task<OutboxMail> MailAsync(
        MailState state = MailState.Waiting, string to = "finance@merchant.example", string subject = "4 E-Faktur No left for 2026",
        MailKind kind = MailKind.Threshold, Action<OutboxMail>? also = null, long? invoiceId = null, DateTime? at = null,
        string? link = null, DateTime? linkUntil = null)
    {
        var mail = new OutboxMail
        {
            MerchantId = Id,
            Kind = kind,
            To = to,
            Subject = subject,
            Text = "Only 4 left.",
            Html = "<p>Only 4 left.</p>",
            MessageId = OutboxMail.NewMessageId("http://faspay.example"),
            State = state,
            InvoiceId = invoiceId,
            PersonalLink = link,
            LinkUntil = linkUntil,
            CreatedAt = at ?? db.Clock.Now(),
            NextTryAt = db.Clock.Now(),
        };
        also?.Invoke(mail);
        return db.AddAsync(mail);
    }

    /// <summary>How many numbers of a year are available now.</summary>
    public Task<long> AvailableAsync(int year) =>
        db.ReadAsync(d => d.Set<AvailableRun>().Where(r => r.MerchantId == Id && r.Year == year).SumAsync(r => r.Last - r.First + 1));

    private static TaxNumber Number(string text) =>
        TaxNumber.TryParse(text, out var number) ? number : throw new ArgumentException($"{text} is no E-Faktur No.", nameof(text));

    private Task<TaxNumberRange> RangeAsync(int year, TaxNumber start, TaxNumber end) =>
        db.AddAsync(new TaxNumberRange { MerchantId = Id, Year = year, Start = start, End = end });

    private async Task<TaxNumber> NextStartAsync(int year)
    {
        var ends = await db.ReadAsync(
            d => d.Set<TaxNumberRange>().Where(r => r.MerchantId == Id && r.Year == year).Select(r => r.End).ToListAsync());
        return ends.Count == 0 ? new TaxNumber((year % 100 * 100_000_000L) + 12_345_601) : new TaxNumber(ends.Max().Value + 1);
    }

    private async Task TakeAsync(TaxNumber number, int year)
    {
        await using var context = await db.Dbs.CreateDbContextAsync();
        var ranges = await context.Set<TaxNumberRange>().Where(r => r.MerchantId == Id && r.Year == year).ToListAsync();
        var range = ranges.Find(r => r.Start <= number && number <= r.End) ?? await RangeAsync(year, number, number);
        context.Attach(range).Entity.FirstUsedAt = db.Clock.Now();
        var run = await context.Set<AvailableRun>()
            .SingleOrDefaultAsync(r => r.RangeId == range.Id && r.First <= number.Value && number.Value <= r.Last);
        if (run is not null)
        {
            context.Remove(run);
            if (run.First < number.Value) context.Add(Part(run, run.First, number.Value - 1));
            if (number.Value < run.Last) context.Add(Part(run, number.Value + 1, run.Last));
        }

        await context.SaveChangesAsync();
    }

    private AvailableRun Part(AvailableRun of, long first, long last) => new()
    {
        MerchantId = Id,
        RangeId = of.RangeId,
        Year = of.Year,
        First = first,
        Last = last
    };

    private async Task<string> NextInvoiceNumberAsync(DateOnly day)
    {
        await using var context = await db.Dbs.CreateDbContextAsync();
        var month = InvoiceCounter.MonthOf(day);
        var counter = await context.Set<InvoiceCounter>().FindAsync(Id, month)
            ?? context.Add(new InvoiceCounter { MerchantId = Id, Month = month }).Entity;
        counter.Last++;
        await context.SaveChangesAsync();
        return InvoiceNumber.Of(merchant.Code, day, counter.Last);
    }
}
