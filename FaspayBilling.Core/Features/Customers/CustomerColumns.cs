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

    /// <summary>Refuses <c>import.columns</c>: one is missing, or there twice.</summary>
    public static Outcome<CustomerColumns> Of(SheetRow heading)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var unused = new List<string>();
        for (var i = 0; i < heading.Cells.Count; i++)
        {
            var key = Key(heading[i]);
            if ((Known.GetValueOrDefault(key) ?? Others.GetValueOrDefault(key)) is not { } column)
            {
                unused.Add(heading[i]);
            }
            else if (!places.TryAdd(column, i))
            {
                return CustomerRefusals.ImportColumnTwice(column);
            }
        }

        var missing = CustomerSheet.Needed.Where(n => !places.ContainsKey(n)).ToList();
        return missing.Count > 0
            ? CustomerRefusals.ImportColumns(missing)
            : new CustomerColumns(places, [.. unused.Where(u => u.Length > 0)]);
    }

    /// <summary>The customer that a row says, cleaned, and what cannot be read in it.</summary>
    public ImportedCustomer Read(SheetRow row)
    {
        var problems = new List<Refusal>();
        var (code, contact) = PhoneNumber.Parse(Text(row, CustomerSheet.Phone));
        var input = CustomerRules.Clean(new CustomerInput
        {
            Name = Text(row, CustomerSheet.Name),
            Email = Text(row, CustomerSheet.Email),
            PhoneCode = code,
            ContactNo = contact,
            Address = Text(row, CustomerSheet.Address),
            AdditionalInfo = Text(row, CustomerSheet.AdditionalInfo),
            VaNumber = Text(row, CustomerSheet.VaNumber),
            TransactionCode = Code(Text(row, CustomerSheet.TransactionCode)),
            TaxableCompany = YesOrNo(Text(row, CustomerSheet.TaxableCompany), problems),
            Document = Document(Text(row, CustomerSheet.Document), problems),
            DocumentNumber = Text(row, CustomerSheet.DocumentNumber),
            Country = Country(Text(row, CustomerSheet.Country)),
            Npwp = Text(row, CustomerSheet.Npwp),
            Nitku = Text(row, CustomerSheet.Nitku),
            NpwpName = Text(row, CustomerSheet.NpwpName),
            NpwpAddress = Text(row, CustomerSheet.NpwpAddress),
        });
        var group = PlainText.Line(Text(row, CustomerSheet.Group));
        if (group.Length > SaveCustomerGroup.LongestName)
        {
            problems.Add(CustomerRefusals.ImportGroup(CustomerSheet.Group));
        }

        return new ImportedCustomer(row.Line, row.Cells, input, group, problems, null);
    }

    private string Text(SheetRow row, string column) => places.TryGetValue(column, out var place) ? row[place] : "";

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
