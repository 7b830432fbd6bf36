using FaspayBilling.Core.Domain.Invoices.Lines;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxNumbers;

namespace FaspayBilling.Web.Demo;

/// <summary>
/// What Faspay's documentation shows of merchant FPY: walk 1's invoice and its range, the file name of the upload page, and the
/// six invoices that Get List Invoice answers. Nothing else of February to April 2023 is Draft or Paid, so that answer stays exact.
/// </summary>
internal sealed class DocumentedInvoices(DemoWriter writer, DemoCustomers customers, DemoCalendar calendar, Random random)
{
    private static readonly TaxNumber Start2022 = Number("0072225610008");
    private readonly List<DemoInvoice> of2023 = [];
    private readonly List<DemoInvoice> others = [];
    private DemoInvoice? of2022;

    public IEnumerable<DemoInvoice> All => [of2022!, .. of2023, .. others];

    public DocumentedInvoices Write()
    {
        var inAYear = JakartaCalendar.EndOf(calendar.Today.AddYears(1));
        of2022 = Issued(customers.Documented, new DateOnly(2022, 11, 3), 215, 18_400_000, days: 30);
        PayAll(of2022, new DateOnly(2022, 11, 28));
        WriteEarly2023();
        of2023.Add(Issued(customers.Documented, new DateOnly(2023, 3, 7), 400, 50_000_000, due: inAYear));
        WriteLate2023();
        others.Add(Issued(customers.Companies[3], new DateOnly(2023, 3, 15), 412, 12_500_000, due: inAYear, withoutNumber: true));
        WriteAnswer();
        return this;
    }

    /// <summary>The ranges of the documentation; <c>000-22.12345619</c> is the tenth number of the one for 2023.</summary>
    public void AddTo(DemoRanges ranges)
    {
        ranges.Add(2022, Start2022, new TaxNumber(Start2022.Value + 49), [of2022!]);
        ranges.Add(2023, Number("0002212345610"), Number("0002212346035"), of2023);
    }

    private static TaxNumber Number(string digits) =>
        TaxNumber.TryParse(digits, out var number) ? number : throw new ArgumentException(digits, nameof(digits));

    // Nine invoices of January 2023 hold the numbers below the documented one.
    private void WriteEarly2023()
    {
        int[] days = [4, 6, 9, 11, 13, 17, 19, 24, 27];
        for (var i = 0; i < days.Length; i++)
        {
            var date = new DateOnly(2023, 1, days[i]);
            var made = Issued(customers.Companies[1 + i], date, 31 + (i * 4), 3_200_000 + (i * 1_150_000), days: 30);
            PayAll(made, date.AddDays(12 + (i * 3)));
            of2023.Add(made);
        }
    }

    // From May on, the numbers above it.
    private void WriteLate2023()
    {
        for (var i = 0; i < 14; i++)
        {
            var date = new DateOnly(2023, 5 + (i / 2), 5 + (i % 2 * 13));
            var made = Issued(
                customers.Companies[(5 * i + 2) % customers.Companies.Count], date, 120 + (i * 7), 2_700_000 + (i * 870_000), days: 30);
            if (i == 6)
            {
                made.Then(() => made.Cancel(calendar.At(date.AddDays(4), 16, 20), "Pesanan dibatalkan pelanggan"));
            }
            else
            {
                PayAll(made, date.AddDays(9 + i));
            }

            of2023.Add(made);
        }
    }

    private void WriteAnswer()
    {
        var answer = customers.OfTheAnswer!;
        var (media, fadhil, mp2, single) = (answer[0], answer[1], answer[2], answer[3]);
        writer.Number(new DateOnly(2023, 2, 7), 178);
        writer.Number(new DateOnly(2023, 4, 11), 1733);
        Answer(media, "INV-FPY-022300178", new DateOnly(2023, 2, 7), new DateTime(2023, 2, 8, 10, 4, 0), 3_600_000, paid: 4_000_800);
        Answer(fadhil, "INV-T8V-022300005", new DateOnly(2023, 2, 23), new DateTime(2023, 3, 9, 15, 7, 0), 1_275_000, paid: 1_275_000);
        Answer(fadhil, "INV-T8V-022300008", new DateOnly(2023, 2, 24), new DateTime(2023, 3, 8, 10, 37, 0), 845_000, paid: 845_000);
        Answer(fadhil, "INV-T8V-022300007", new DateOnly(2023, 2, 24), new DateTime(2023, 4, 20, 9, 50, 0), 2_310_000, paid: 2_310_000);
        Answer(mp2, "INV-MP2-022300002", new DateOnly(2023, 2, 27), new DateTime(2023, 3, 22, 17, 3, 0), 456_900, paid: 0);
        Answer(single, "INV-FPY-042301733", new DateOnly(2023, 4, 11), new DateTime(2023, 4, 24, 11, 14, 0), 980_000, paid: 980_000);
    }

    private void Answer(DemoCustomer customer, string number, DateOnly date, DateTime dueLocal, decimal amount, decimal paid)
    {
        var due = JakartaCalendar.At(DateOnly.FromDateTime(dueLocal), TimeOnly.FromDateTime(dueLocal));
        var made = writer.Draft(customer, number, date, due, [Line(customer, date, amount)], calendar.At(date, 9, 12));
        if (paid > 0)
        {
            made.Issue(calendar.At(date, 9, 20), random);
            made.Then(() => made.Pay(paid, date.AddDays(1), "Virtual account", calendar.At(date.AddDays(1), 9, 41)));
        }

        others.Add(made);
    }

    private DemoInvoice Issued(
        DemoCustomer customer, DateOnly date, int sequence, decimal amount, int days = 0, DateTime? due = null, bool withoutNumber = false)
    {
        var number = writer.Number(date, sequence);
        var made = writer.Draft(
            customer,
            number,
            date,
            due ?? JakartaCalendar.EndOf(date.AddDays(days)),
            [Line(customer, date, amount)],
            calendar.At(date, 9, 50),
            new DemoPlan(customer, date, DemoFate.NotPaid, withoutNumber));
        made.Issue(calendar.At(date, 10, 4), random);
        return made;
    }

    private void PayAll(DemoInvoice made, DateOnly date) =>
        made.Then(() => made.Pay(made.Invoice.Outstanding, date, "Bank transfer", calendar.At(date, 14, 30)));

    private static InvoiceLine Line(DemoCustomer customer, DateOnly date, decimal amount) =>
        new() { Position = 1, Name = DemoCatalog.Subject(customer.Buys, date), Quantity = 1, Unit = "paket", Price = amount };
}
