using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Domain.TaxOffice.Codes;

namespace FaspayBilling.Core.Domain.TaxOffice.Coretax;

/// <summary>
/// Which tax invoices stand for each invoice once the list is read: what was known before, with the list's newer word on it.
/// </summary>
internal sealed class CoretaxStanding
{
    private readonly Dictionary<long, Dictionary<string, (CoretaxNumber Number, CoretaxStatus Status)>> words = [];

    public CoretaxStanding(IEnumerable<(CoretaxListRow Row, Invoice Invoice)> listed, CoretaxFacts facts)
    {
        foreach (var (row, invoice) in listed)
        {
            if (row.Number is { } number)
            {
                WordsOf(invoice, facts)[number.Digits] = (number, row.Status);
            }
        }
    }

    /// <summary>The number of another tax invoice that stands beside this one, when this one stands too; null without one.</summary>
    public string? Beside(Invoice invoice, CoretaxNumber number)
    {
        var standing = words.GetValueOrDefault(invoice.Id)?.Values
            .GroupBy(w => w.Number.Serial, StringComparer.Ordinal)
            .Select(f => f.OrderBy(w => w.Number.Revision).Last())
            .Where(w => w.Status.Stands() || w.Status == CoretaxStatus.Amended)
            .ToList();
        return standing?.Exists(w => w.Number.Serial == number.Serial) == true
            ? standing.Where(w => w.Number.Serial != number.Serial)
                .Select(w => w.Number.Digits)
                .Order(StringComparer.Ordinal)
                .FirstOrDefault()
            : null;
    }

    private Dictionary<string, (CoretaxNumber Number, CoretaxStatus Status)> WordsOf(Invoice invoice, CoretaxFacts facts)
    {
        if (!words.TryGetValue(invoice.Id, out var its))
        {
            words[invoice.Id] = its = new(StringComparer.Ordinal);

            // Its PDF may have told its number before any list did.
            Add(its, invoice.CoretaxNumber, invoice.CoretaxStatus ?? CoretaxStatus.Approved);
            foreach (var row in facts.RowsOf(invoice))
            {
                Add(its, row.Number, row.Status);
            }
        }

        return its;
    }

    private static void Add(
        Dictionary<string, (CoretaxNumber Number, CoretaxStatus Status)> words, string? digits, CoretaxStatus status)
    {
        if (CoretaxNumber.TryParse(digits, out var number))
        {
            words[number.Digits] = (number, status);
        }
    }
}
