using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Formats.Sheets;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Customers;

/// <summary>Reads a file with customers, Excel or CSV, and says what is wrong with each row. Nothing is saved.</summary>
public sealed class ReadCustomerImport(IDbContextFactory<BillingDb> dbs)
{
    /// <summary>
    /// Refuses <c>not-allowed</c>, <c>sheet.not-readable</c>, <c>sheet.too-large</c>, <c>import.columns</c>. A row's problems are those of
    /// a typed customer and <c>import.cell</c>, <c>import.value</c>, <c>import.twice</c>, <c>customer.duplicate</c>. A row without a VA
    /// Static Number gets one.
    /// </summary>
    /// <param name="actor">Finance.</param>
    /// <param name="file">Can be sought; left open.</param>
    /// <param name="stop">Ends the reading.</param>
    public async Task<Outcome<CustomerImport>> HandleAsync(Actor actor, Stream file, CancellationToken stop)
    {
        if (actor.WhyNot(Role.Finance) is { } no)
        {
            return no;
        }

        var table = SheetFile.Find(file, CustomerColumns.Count, stop);
        if (!table.Ok)
        {
            return Outcome<CustomerImport>.Refused(table.Refusals);
        }

        var columns = CustomerColumns.Of(table.Value);
        if (!columns.Ok)
        {
            return Outcome<CustomerImport>.Refused(columns.Refusals);
        }

        await using var db = await dbs.CreateDbContextAsync(stop);
        var rows = table.Value.Rows.Select(columns.Value.Read).ToList();
        var known = await KnownCustomers.ReadAsync(db, actor, rows, stop);
        return new CustomerImport(table.Value.Heading.Cells, Checked(rows, known), columns.Value.Unused, table.Value.Place);
    }

    private static List<ImportedCustomer> Checked(List<ImportedCustomer> rows, KnownCustomers known)
    {
        var first = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var given = new HashSet<string>(rows.Select(r => r.Input.VaNumber), StringComparer.Ordinal);
        return
        [
            .. rows.Select(
                row => Check(row.Input.VaNumber.Length > 0 ? row : row with { Input = row.Input with { VaNumber = FreeVa(known, given) } }))
        ];

        ImportedCustomer Check(ImportedCustomer row)
        {
            // Whoever reads that a cell cannot be read need not read that its field is empty, too.
            var unread = row.Problems.Select(p => p.Field).OfType<string>().ToHashSet(StringComparer.Ordinal);
            var wrong = CustomerCheck.WhyNot(row.Input).Where(w => w.Field is null || !unread.Contains(w.Field));
            var problems = row.Problems.Concat(wrong).Concat(known.WhyNot(row.Input)).ToList();
            string[] keys = [row.Input.VaNumber, .. KnownCustomers.Keys(row.Input.Name, row.Input.Email)];
            if (keys.Select(k => first.GetValueOrDefault(k)).FirstOrDefault(line => line > 0) is > 0 and var earlier)
            {
                problems.Add(CustomerRefusals.ImportTwice(earlier));
            }

            foreach (var key in keys)
            {
                first.TryAdd(key, row.Line);
            }

            return row with { Problems = problems, Warning = CustomerRules.Warning(row.Input) };
        }
    }

    private static string FreeVa(KnownCustomers known, HashSet<string> given)
    {
        string number;
        do
        {
            number = GenerateVaNumber.Any();
        }
        while (known.HasVa(number) || !given.Add(number));

        return number;
    }
}
