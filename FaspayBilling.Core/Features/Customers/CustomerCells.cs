using System.Globalization;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Formats.Sheets;

namespace FaspayBilling.Core.Features.Customers;

/// <summary>The cells of one row by the columns' names: what a person sees in each, or what is wrong with it.</summary>
internal sealed partial class CustomerCells
{
    // Fewer digits than a spreadsheet could have made of an NPWP say nothing.
    private const int FewestDigits = 10;

    private static readonly DateTime Epoch = new(1899, 12, 30);

    private static readonly Dictionary<string, string> Fields = new(StringComparer.Ordinal)
    {
        [CustomerSheet.Name] = nameof(CustomerInput.Name),
        [CustomerSheet.Email] = nameof(CustomerInput.Email),
        [CustomerSheet.Phone] = nameof(CustomerInput.ContactNo),
        [CustomerSheet.Address] = nameof(CustomerInput.Address),
        [CustomerSheet.AdditionalInfo] = nameof(CustomerInput.AdditionalInfo),
        [CustomerSheet.VaNumber] = nameof(CustomerInput.VaNumber),
        [CustomerSheet.TransactionCode] = nameof(CustomerInput.TransactionCode),
        [CustomerSheet.DocumentNumber] = nameof(CustomerInput.DocumentNumber),
        [CustomerSheet.Country] = nameof(CustomerInput.Country),
        [CustomerSheet.Npwp] = nameof(CustomerInput.Npwp),
        [CustomerSheet.Nitku] = nameof(CustomerInput.Nitku),
        [CustomerSheet.NpwpName] = nameof(CustomerInput.NpwpName),
        [CustomerSheet.NpwpAddress] = nameof(CustomerInput.NpwpAddress),
    };

    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);

    public CustomerCells(IReadOnlyDictionary<string, int> places, SheetRow row)
    {
        foreach (var (column, place) in places)
        {
            var field = Fields.GetValueOrDefault(column);
            if (WhyNot(column, field, place, row) is { } problem)
            {
                Problems.Add(problem);
            }
            else
            {
                texts[column] = row.Kind(place) == CellKind.Date ? Day(row[place]) : row[place];
            }
        }
    }

    /// <summary>What is wrong with its cells; each names the customer's field, where there is one.</summary>
    public List<Refusal> Problems { get; } = [];

    /// <summary>Empty when there is no such column, and for a cell with a problem.</summary>
    public string this[string column] => texts.GetValueOrDefault(column, "");

    private static Refusal? WhyNot(string column, string? field, int place, SheetRow row) => row.Kind(place) switch
    {
        CellKind.Unresolved => CustomerRefusals.ImportNoResult(field, SheetTable.CellName(place, row.Line), column),
        CellKind.Error => CustomerRefusals.ImportError(field, SheetTable.CellName(place, row.Line), column, row[place]),
        _ when !IsOfDigits(column) => null,
        _ when WholeNumber.LostDigits(row[place]) => CustomerRefusals.ImportDigitsLost(field, column, row[place]),
        _ when column == CustomerSheet.Npwp && Npwp.PastedDigits(row[place]) is { Length: >= FewestDigits and < 15 } =>
            CustomerRefusals.ImportZerosLost(field, column, row[place]),
        _ => null,
    };

    private static bool IsOfDigits(string column) => column
        is CustomerSheet.Npwp or CustomerSheet.Nitku or CustomerSheet.DocumentNumber or CustomerSheet.VaNumber or CustomerSheet.Phone;

    private static string Day(string days) =>
        double.TryParse(days, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 2_958_466
            ? JakartaCalendar.Text(DateOnly.FromDateTime(Epoch.AddDays(number)))
            : days;
}
