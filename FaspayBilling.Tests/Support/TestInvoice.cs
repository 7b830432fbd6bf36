using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Invoices.Lines;
using FaspayBilling.Core.Domain.Invoices.Payments;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Domain.TaxOffice.Codes;
using FaspayBilling.Tests.Domain.Shared;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Support;

/// <summary>
/// The one way for tests to make an invoice: a plain one, of which a test says what it is about. Taxed, of 1.000.000 rupiah and
/// 110.000 VAT, of <see cref="Sample.Today"/> and due a week later. Those that stand in a database,
/// <see cref="GivenMerchant.InvoiceAsync"/>, are made of it.
/// </summary>
internal sealed record TestInvoice
{
    /// <summary>What somebody types who makes such an invoice.</summary>
    public static readonly InvoiceContent Content = InvoiceContent.Empty with
    {
        CustomerId = 7,
        Subject = "November",
        InvoiceDate = Sample.Today,
        DueDate = Sample.Today.AddDays(30),
        InvoiceTax = true,
        TransactionCode = TransactionCodes.OtherValue,
        Lines =
        [
            InvoiceLineInput.Empty with { Name = "Hosting", Price = 600_000 },
            InvoiceLineInput.Empty with { Name = "Support", Price = 400_000 }
        ],
    };

    public long MerchantId { get; init; } = 1;

    public string Number { get; init; } = "INV-FPY-112600001";

    public DocumentType Type { get; init; } = DocumentType.Invoice;

    /// <summary>The invoice that a note corrects.</summary>
    public long? RefersTo { get; init; }

    public long CustomerId { get; init; } = 7;

    public string CustomerName { get; init; } = "PT Maju";

    public string CustomerNpwp { get; init; } = "026015362054000";

    public string Subject { get; init; } = "November";

    public DateOnly Date { get; init; } = Sample.Today;

    /// <summary>A week after it is issued, unless it shall be overdue.</summary>
    public DateTime? Due { get; init; }

    public bool Taxed { get; init; } = true;

    /// <summary>Counts only with tax.</summary>
    public string Code { get; init; } = TransactionCodes.OtherValue;

    public IReadOnlyList<InvoiceLine> Lines { get; init; } = [Line(1_000_000)];

    /// <summary>Given right after the issue.</summary>
    public TaxNumber? TaxNumber { get; init; }

    public string DocumentId { get; init; } = Sample.DocumentId;

    /// <summary>The merchant of this installation that receives it.</summary>
    public long? Receiver { get; init; }

    /// <summary>When all of its life happens.</summary>
    public DateTime Now { get; init; } = Sample.Now;

    /// <summary>Changes it while it is a Draft.</summary>
    public Action<Invoice>? Before { get; init; }

    public static InvoiceLine Line(
        decimal price,
        decimal quantity = 1,
        decimal discount = 0,
        string name = "Hosting",
        int position = 1,
        string unit = "",
        string goods = "000000",
        bool luxury = false) =>
        new()
        {
            Position = position,
            Name = name,
            Quantity = quantity,
            Price = price,
            Discount = discount,
            UnitCode = unit,
            GoodsCode = goods,
            Luxury = luxury,
        };

    /// <summary>An untaxed note of 1.000 rupiah on an invoice.</summary>
    public static TestInvoice NoteOn(Invoice about, DocumentType type = DocumentType.CreditNote) => new()
    {
        MerchantId = about.MerchantId,
        Number = $"{about.Number}-{(int)type}",
        Type = type,
        RefersTo = about.Id,
        CustomerId = about.CustomerId,
        CustomerName = about.CustomerName,
        CustomerNpwp = about.CustomerNpwp,
        Subject = "",
        Date = about.InvoiceDate,
        Due = about.Due,
        Taxed = false,
        Lines = [Line(1_000, name: "Correction")],
        DocumentId = Core.Domain.Invoices.Documents.DocumentId.New(),
    };

    /// <summary>The same for a customer that exists.</summary>
    public TestInvoice For(Customer customer) =>
        this with { CustomerId = customer.Id, CustomerName = customer.Name, CustomerNpwp = customer.Npwp };

    public Invoice Draft() => Drafted(InvoiceStatus.Draft);

    public Invoice Issued() => In(InvoiceStatus.Unpaid);

    /// <summary>Led through the moves that end in that status; with part of it paid, it is a quarter.</summary>
    public Invoice In(InvoiceStatus status)
    {
        var invoice = Drafted(status);
        switch (status)
        {
            case InvoiceStatus.Draft:
                return invoice;
            case InvoiceStatus.Proforma:
                invoice.SendAsProforma();
                return invoice;
        }

        invoice.Issue(Now, DocumentId, windowHours: null, documentWindowHours: 72, counterpartyMerchantId: Receiver);
        if (TaxNumber is { } number)
        {
            invoice.Give(number);
        }

        switch (status)
        {
            case InvoiceStatus.PartiallyPaid:
                invoice.Pay(Payment(invoice.Total / 4), Now);
                break;
            case InvoiceStatus.Paid:
                invoice.Pay(Payment(invoice.Total), Now);
                break;
            case InvoiceStatus.Cancelled:
                invoice.Cancel(Now, null);
                break;
        }

        return invoice;
    }

    private Invoice Drafted(InvoiceStatus to)
    {
        var invoice = new Invoice { MerchantId = MerchantId, Number = Number, DocumentType = Type, RefersToId = RefersTo }.With(
            (nameof(Invoice.CustomerId), CustomerId),
            (nameof(Invoice.CustomerName), CustomerName),
            (nameof(Invoice.CustomerNpwp), CustomerNpwp),
            (nameof(Invoice.Subject), Subject),
            (nameof(Invoice.InvoiceDate), Date),
            (nameof(Invoice.Due), Due ?? Now.AddDays(to == InvoiceStatus.Overdue ? -1 : 7)),
            (nameof(Invoice.InvoiceTax), Taxed),
            (nameof(Invoice.TransactionCode), Taxed ? Code : null));
        invoice.Bill(Lines);
        Before?.Invoke(invoice);
        return invoice;
    }

    private Payment Payment(decimal amount) =>
        new()
        {
            Amount = amount,
            Date = JakartaCalendar.DayOf(Now),
            Method = PaymentRules.Methods[0],
            RecordedBy = "Fina Finance",
            RecordedAt = Now,

            // No money is paid on what takes something off: its invoice settles it.
            SettlesInvoiceId = Type.IsReceivable() ? null : RefersTo,
        };
}
