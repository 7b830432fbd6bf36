using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice;

namespace FaspayBilling.Core.Features.TaxOffice.Exports;

/// <summary>What is known of the checked invoices before their file is made.</summary>
public sealed class ExportCheck
{
    private readonly List<InvoiceProblem> problems = [];
    private readonly List<InvoiceWarning> warnings = [];
    private readonly List<long> again = [];
    private readonly List<string> numberless = [];

    /// <summary>How many invoices were checked and found.</summary>
    public int Invoices { get; private set; }

    /// <summary>How many of them went out before.</summary>
    public int Again => again.Count;

    /// <summary>How many of them the tax office approved already: sent again, each would become two tax invoices.</summary>
    public int Approved { get; private set; }

    /// <summary>How many of them went out the other way: in both, each would become two tax invoices.</summary>
    public int OtherWay { get; internal set; }

    /// <summary>Every problem of every invoice.</summary>
    public IReadOnlyList<InvoiceProblem> Problems => problems;

    /// <summary>What may be meant and keeps nothing out: to be looked at before the file is made.</summary>
    public IReadOnlyList<InvoiceWarning> Warnings => warnings;

    /// <summary>Invoice numbers of those that lack an E-Faktur No for the file and may be given one.</summary>
    public IReadOnlyList<string> Numberless => numberless;

    internal IReadOnlyList<long> AgainIds => again;

    internal void Add(Invoice invoice, IReadOnlyList<InvoiceProblem> found, IEnumerable<Message> warned)
    {
        Invoices++;
        problems.AddRange(found);
        warnings.AddRange(warned.Select(w => new InvoiceWarning(invoice.Number, w)));
        if (found.Any(p => p.Problem.Code == ExportProblems.NoNumber) && invoice.MayTakeNumber)
        {
            numberless.Add(invoice.Number);
        }

        Approved += ReadBackRules.Asks(invoice) ? 1 : 0;
        if (invoice.ExportedAt is not null)
        {
            again.Add(invoice.Id);
        }
    }
}

/// <summary>One problem of one invoice.</summary>
/// <param name="InvoiceId">Its key.</param>
/// <param name="InvoiceNumber">Invoice No.</param>
/// <param name="CustomerId">Key of its customer.</param>
/// <param name="Customer">Name of its customer.</param>
/// <param name="Problem">What is wrong and where it is mended.</param>
public sealed record InvoiceProblem(long InvoiceId, string InvoiceNumber, long CustomerId, string Customer, ExportProblem Problem);

/// <summary>Something about one invoice that is worth a look.</summary>
/// <param name="InvoiceNumber">Invoice No.</param>
/// <param name="Message">What it is.</param>
public sealed record InvoiceWarning(string InvoiceNumber, Message Message);
