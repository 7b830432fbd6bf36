using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Formats.Sheets;

namespace FaspayBilling.Core.Features.Customers;

/// <summary>The columns of customers in a file: written, and read again, under the same names.</summary>
internal static class CustomerSheet
{
    public const string Name = "Customer Name";
    public const string Email = "Customer Email";
    public const string Phone = "Phone";
    public const string Address = "Address";
    public const string Group = "Group";
    public const string AdditionalInfo = "Additional Info";
    public const string VaNumber = "VA Static Number";
    public const string TaxableCompany = "Taxable Company";
    public const string TransactionCode = "Transaction Code";
    public const string Document = "Document";
    public const string DocumentNumber = "Document Number";
    public const string Country = "Country";
    public const string Npwp = "NPWP";
    public const string Nitku = "NITKU";
    public const string NpwpName = "NPWP Owner Name";
    public const string NpwpAddress = "NPWP Address";

    public static readonly IReadOnlyList<SheetColumn> Columns =
    [
        new(Name, 32), new(Email, 30), new(Phone, 20), new(Address, 48), new(Group), new(AdditionalInfo, 24), new(VaNumber),
        new(TaxableCompany, 16), new(TransactionCode, 16), new(Document, 14), new(DocumentNumber, 20), new(Country, 9), new(Npwp, 20),
        new(Nitku, 26), new(NpwpName, 32), new(NpwpAddress, 48),
    ];

    /// <summary>Without these a file says too little.</summary>
    public static readonly IReadOnlyList<string> Needed = [Name, Email];

    public static SheetCell[] Cells(CustomerInput customer, string? group) =>
    [
        customer.Name, string.Join("; ", CustomerEmails.Of(customer.Email)),
        PhoneNumber.Text(customer.PhoneCode, customer.ContactNo), customer.Address, group,
        customer.AdditionalInfo, customer.VaNumber, customer.TaxableCompany ? "Yes" : "No", customer.TransactionCode,
        customer.Document.Text(), customer.DocumentNumber, customer.Country, customer.Npwp, customer.Nitku, customer.NpwpName,
        customer.NpwpAddress,
    ];
}
