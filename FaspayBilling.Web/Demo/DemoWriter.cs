using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Lines;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice.Codes;

namespace FaspayBilling.Web.Demo;

/// <summary>Writes one merchant's invoices: numbers them, and leads each through its fate.</summary>
internal sealed class DemoWriter(
    Merchant merchant, IReadOnlyDictionary<int, Customer> customers, DemoCalendar calendar, DemoPeople people, Random random)
{
    private static readonly string[] Methods =
    [
        "Bank transfer", "Bank transfer", "Bank transfer", "Virtual account", "Virtual account", "QRIS", "Credit card", "Cash"
    ];

    private static readonly string[] Reasons =
        [
            "Pesanan dibatalkan pelanggan", "Salah pelanggan, diterbitkan ulang", "Harga tidak sesuai penawaran", "Invoice ganda",
            "Barang dikembalikan"
        ];

    private readonly Dictionary<int, int> last = [];
    private readonly Dictionary<DateOnly, int> today = [];

    public IEnumerable<InvoiceCounter> Counters =>
        last.Select(c => new InvoiceCounter { MerchantId = merchant.Id, Month = c.Key, Last = c.Value });

    /// <summary>An invoice that goes its whole way by the plan.</summary>
    public DemoInvoice Write(DemoPlan plan)
    {
        var due = JakartaCalendar.EndOf(plan.Date.AddDays(plan.Customer.Days));
        var at = NextSlot(plan.Date);
        var made = Draft(plan.Customer, Next(plan.Date), plan.Date, due, DemoCatalog.Lines(plan.Customer.Buys, random), at, plan);
        Lead(made, plan, calendar.Past(at.AddMinutes(4)));
        return made;
    }

    /// <summary>A Draft with a number, a due moment and lines of its own.</summary>
    public DemoInvoice Draft(
        DemoCustomer customer,
        string number,
        DateOnly date,
        DateTime due,
        IEnumerable<InvoiceLine> lines,
        DateTime at,
        DemoPlan? plan = null)
    {
        var invoice = new Invoice
        {
            MerchantId = merchant.Id,
            Number = number,
        };
        var content = InvoiceContent.Empty with
        {
            CustomerId = customers[customer.Number].Id,
            Subject = DemoCatalog.Subject(customer.Buys, date),
            InvoiceDate = date,
            DueDate = JakartaCalendar.DayOf(due),
            DueTime = TimeOnly.FromDateTime(JakartaCalendar.Local(due)),
            InvoiceTax = customer.Taxed,
            TransactionCode = customer.Taxed ? TransactionCodes.Usual(date) : null,
            Lines = [.. lines.Select(InvoiceLineInput.Of)],
        };
        invoice.Write(content, customer.Name, customer.Npwp);
        var made = new DemoInvoice(invoice, people.Finance)
        {
            WithoutNumber = plan?.WithoutNumber == true,
            GivesBack = plan?.Fate == DemoFate.CancelledAtOnce
        };
        made.Tell(at, "invoice.create:draft");
        return made;
    }

    /// <summary>The number that is <paramref name="sequence"/>th of its month; the counter follows.</summary>
    public string Number(DateOnly date, int sequence)
    {
        var month = InvoiceCounter.MonthOf(date);
        last[month] = Math.Max(sequence, last.GetValueOrDefault(month));
        return InvoiceNumber.Of(merchant.Code, date, sequence);
    }

    public string Next(DateOnly date) => Number(date, last.GetValueOrDefault(InvoiceCounter.MonthOf(date)) + 1);

    private void Lead(DemoInvoice made, DemoPlan plan, DateTime at)
    {
        if (plan.Fate == DemoFate.Proforma)
        {
            made.SendAsProforma(at);
        }

        if (plan.Fate is DemoFate.Draft or DemoFate.Proforma)
        {
            return;
        }

        made.Issue(at, random);
        made.Then(() => LiveOn(made, plan, at));
    }

    private void LiveOn(DemoInvoice made, DemoPlan plan, DateTime issued)
    {
        switch (plan.Fate)
        {
            case DemoFate.Paid:
                PayAll(made, plan);
                break;
            case DemoFate.PartlyPaid:
                Pay(made, Math.Round(made.Invoice.Total * random.Next(3, 7) / 10_000m) * 1_000m, random.Next(1, 6));
                break;
            case DemoFate.Cancelled:
                made.Cancel(Afternoon(calendar.Past(plan.Date.AddDays(random.Next(1, 7)), plan.Date)), Reason());
                break;
            case DemoFate.CancelledLate:
                made.Cancel(Afternoon(calendar.Past(plan.Date.AddDays(random.Next(48, 55)), plan.Date)), Reason());
                break;
            case DemoFate.CancelledAtOnce:
                made.Cancel(calendar.Past(issued.AddMinutes(6)), Reasons[1]);
                made.GiveBack(calendar.Past(issued.AddMinutes(9)));
                break;
        }
    }

    private void PayAll(DemoInvoice made, DemoPlan plan)
    {
        if (random.Next(4) == 0)
        {
            Pay(made, Math.Round(made.Invoice.Total / 2_000m) * 1_000m, random.Next(0, 4));
        }

        Pay(made, made.Invoice.Outstanding, random.Next(4, plan.Customer.Days + 9));
    }

    private void Pay(DemoInvoice made, decimal amount, int daysLater)
    {
        var date = calendar.Past(made.Invoice.InvoiceDate.AddDays(daysLater), made.Invoice.InvoiceDate);
        made.Pay(amount, date, Methods[random.Next(Methods.Length)], Afternoon(date));
    }

    // Issues fill the mornings, a slot each, so that a number given back at once goes to the next invoice.
    private DateTime NextSlot(DateOnly date)
    {
        var taken = today.GetValueOrDefault(date);
        today[date] = taken + 1;
        return calendar.Past(calendar.At(date, 8, 5).AddMinutes((taken * 34) + random.Next(12)));
    }

    private DateTime Afternoon(DateOnly date) => calendar.At(date, 16, random.Next(60));

    private string Reason() => Reasons[random.Next(Reasons.Length)];
}
