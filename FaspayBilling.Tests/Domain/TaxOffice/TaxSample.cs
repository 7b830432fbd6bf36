using CsvHelper;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Lines;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Tests.Domain.Shared;

namespace FaspayBilling.Tests.Domain.TaxOffice;

/// <summary>
/// The samples of others, and a merchant, a customer and an invoice that can be exported either way; a test spoils one thing of it.
/// </summary>
internal static class TaxSample
{
    public const string Number = "000-26.00000001";

    public static string Text(string file)
    {
        using var reader = new StreamReader(typeof(TaxSample).Assembly.GetManifestResourceStream(file)!);
        return reader.ReadToEnd();
    }

    /// <summary>The records of a CSV, each with all of its fields.</summary>
    public static IReadOnlyList<string[]> Records(string csv)
    {
        using var reader = CsvReader.FromText(csv, new CsvReaderOptions
        {
            HasHeader = false,
            Separator = ',',
            SkipEmptyLines = false,
            FieldCountMismatch = CsvFieldCountHandling.Allow
        });
        var records = new List<string[]>();
        while (reader.Read())
        {
            records.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        }

        return records;
    }

    public static Merchant Merchant() => new()
    {
        Name = "PT FPY",
        Code = "FPY",
        Npwp = "022732101075000",
        Nitku = "0022732101075000000000",
        Address = "Jakarta"
    };

    public static Customer Customer(Action<Customer>? also = null)
    {
        var customer = new Customer
        {
            MerchantId = 1,
            Number = 1,
            Name = "PT Maju",
            Npwp = "026015362054000",
            NpwpName = "PT Maju Jaya",
            NpwpAddress = "Jl. Melati 1, Jakarta"
        };
        also?.Invoke(customer);
        return customer;
    }

    /// <summary>Issued on 16 November 2026 with code 04 and a number; <paramref name="before"/> changes it while it is a Draft.</summary>
    public static Invoice Invoice(
        Action<Invoice>? before = null, DateOnly? date = null, bool taxed = true, bool numbered = true, params InvoiceLine[] lines) =>
        new TestInvoice
        {
            Date = date ?? Sample.Today,
            Taxed = taxed,
            Lines = lines.Length == 0 ? [TestInvoice.Line(1_000_000)] : lines,
            Before = before,
            TaxNumber = taxed && numbered ? Sample.Number(Number) : null,
        }.Issued();

    public static InvoiceLine Line(
        string name = "Hosting",
        decimal price = 1_000_000,
        decimal quantity = 1,
        bool luxury = false,
        string unit = "UM.0018",
        string goods = "000000",
        int position = 1) =>
        TestInvoice.Line(price, quantity, name: name, position: position, unit: unit, goods: goods, luxury: luxury);
}
