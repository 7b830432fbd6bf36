using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Formats.Sheets;

namespace FaspayBilling.Core.Features.Customers;

/// <summary>Which column of a file says what of a customer, and what a row of it says.</summary>
internal sealed class CustomerColumns
{
    // What Indonesian and shorter lists call them.
    private static readonly Dictionary<string, string> Others = new(StringComparer.Ordinal)
    {
        ["NAME"] = CustomerSheet.Name,
        ["CUSTOMER"] = CustomerSheet.Name,
        ["NAMA"] = CustomerSheet.Name,
        ["NAMAPELANGGAN"] = CustomerSheet.Name,
        ["EMAIL"] = CustomerSheet.Email,
        ["ALAMAT"] = CustomerSheet.Address,
        ["TELEPON"] = CustomerSheet.Phone,
        ["PHONENUMBER"] = CustomerSheet.Phone,
        ["CUSTOMERGROUP"] = CustomerSheet.Group,
        ["GRUP"] = CustomerSheet.Group,
        ["VANUMBER"] = CustomerSheet.VaNumber,
        ["VA"] = CustomerSheet.VaNumber,
        ["KODETRANSAKSI"] = CustomerSheet.TransactionCode,
        ["NAMANPWP"] = CustomerSheet.NpwpName,
        ["ALAMATNPWP"] = CustomerSheet.NpwpAddress,
    };

    private static readonly Dictionary<string, string> Known =
        CustomerSheet.Columns.Select(c => c.Header).ToDictionary(Key, StringComparer.Ordinal);

    private readonly Dictionary<string, int> places;

    private CustomerColumns(Dictionary<string, int> places, IReadOnlyList<string> unused) => (this.places, Unused) = (places, unused);

    /// <summary>Headers that say nothing of a customer.</summary>
    public IReadOnlyList<string> Unused { get; }

    /// <summary>How many columns of a customer a row names.</summary>
    public static int Count(SheetRow row) =>
        Enumerable.Range(0, row.Cells.Count).Select(i => Column(row[i])).OfType<string>().Distinct(StringComparer.Ordinal).Count();

    /// <summary>Refuses <c>import.columns</c>: there is no heading, or a column is missing in it or there twice.</summary>
    public static Outcome<CustomerColumns> Of(SheetTable table)
    {
        if (Count(table.Heading) == 0)
        {
            return CustomerRefusals.ImportHeading(table.Sheets, CustomerSheet.Needed);
        }

        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var unused = new List<string>();
        for (var i = 0; i < table.Heading.Cells.Count; i++)
        {
            if (Column(table.Heading[i]) is not { } column)
            {
                unused.Add(table.Heading[i]);
            }
            else if (!places.TryAdd(column, i))
            {
                return CustomerRefusals.ImportColumnTwice(table.Place, column);
            }
        }

        var missing = CustomerSheet.Needed.Where(n => !places.ContainsKey(n)).ToList();
        return missing.Count > 0
            ? CustomerRefusals.ImportColumns(table.Place, missing)
            : new CustomerColumns(places, [.. unused.Where(u => u.Length > 0)]);
    }

    /// <summary>The customer that a row says, cleaned, and what cannot be read in it.</summary>
    public ImportedCustomer Read(SheetRow row)
    {
        var cells = new CustomerCells(places, row);
        var problems = cells.Problems;
        var (code, contact) = PhoneNumber.Parse(cells[CustomerSheet.Phone]);
        var input = CustomerRules.Clean(new CustomerInput
        {
            Name = cells[CustomerSheet.Name],
            Email = cells[CustomerSheet.Email],
            PhoneCode = code,
            ContactNo = contact,
            Address = cells[CustomerSheet.Address],
            AdditionalInfo = cells[CustomerSheet.AdditionalInfo],
            VaNumber = cells[CustomerSheet.VaNumber],
            TransactionCode = Code(cells[CustomerSheet.TransactionCode]),
            TaxableCompany = YesOrNo(cells[CustomerSheet.TaxableCompany], problems),
            Document = Document(cells[CustomerSheet.Document], problems),
            DocumentNumber = cells[CustomerSheet.DocumentNumber],
            Country = Country(cells[CustomerSheet.Country]),
            Npwp = cells[CustomerSheet.Npwp],
            Nitku = cells[CustomerSheet.Nitku],
            NpwpName = cells[CustomerSheet.NpwpName],
            NpwpAddress = cells[CustomerSheet.NpwpAddress],
        });
        var group = PlainText.Line(cells[CustomerSheet.Group]);
        if (group.Length > SaveCustomerGroup.LongestName)
        {
            problems.Add(CustomerRefusals.ImportGroup(CustomerSheet.Group));
        }

        return new ImportedCustomer(row.Line, row.Cells, input, group, problems, null);
    }

    private static string? Column(string header)
    {
        var key = Key(header);
        return Known.GetValueOrDefault(key) ?? Others.GetValueOrDefault(key);
    }

    private static string Key(string header) => new([.. header.Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant)]);

    // A spreadsheet drops the zero of 04.
    private static string? Code(string text) =>
        text.Length == 0 ? null : text.Length == 1 && char.IsAsciiDigit(text[0]) ? "0" + text : text;

    private static string Country(string text) =>
        text.Length == 0
            ? Countries.Home
            : Countries.All.FirstOrDefault(c => c.Name.Equals(text, StringComparison.OrdinalIgnoreCase))?.Code ?? text;

    private static BuyerIdType Document(string text, List<Refusal> problems)
    {
        if (text.Length == 0 || BuyerIdTypes.Parse(text) is not null)
        {
            return BuyerIdTypes.Parse(text) ?? BuyerIdType.Tin;
        }

        // An unknown paper: nobody is told to fill in an NPWP for it.
        problems.Add(CustomerRefusals.ImportDocument(CustomerSheet.Document));
        return BuyerIdType.OtherId;
    }

    private static bool YesOrNo(string text, List<Refusal> problems)
    {
        switch (text.ToUpperInvariant())
        {
            case "YES" or "Y" or "YA" or "TRUE" or "1" or "X":
                return true;
            case "NO" or "N" or "TIDAK" or "FALSE" or "0" or "":
                return false;
            default:
                problems.Add(CustomerRefusals.ImportYesOrNo(CustomerSheet.TaxableCompany));
                return false;
        }
    }
}
