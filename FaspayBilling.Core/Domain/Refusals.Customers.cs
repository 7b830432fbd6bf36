using FaspayBilling.Core.Domain.Customers;

namespace FaspayBilling.Core.Domain;

/// <content>Customers and their groups.</content>
public static partial class Refusals
{
    public static readonly Refusal CustomerNotFound = new(RefusalKind.NotFound, "customer.not-found", "There is no such customer. It may have been deleted.");
    public static readonly Refusal CustomerName = Bad("customer.name", "Enter a Customer Name of at most 200 characters.", nameof(CustomerInput.Name));
    public static readonly Refusal CustomerEmail = Bad("customer.email", "Enter an e-mail address, e.g. finance@example.co.id.", nameof(CustomerInput.Email));
    public static readonly Refusal CustomerPhone = Bad("customer.phone", "The contact number has 4 to 15 digits; the phone code is a country's, e.g. +62.", nameof(CustomerInput.ContactNo));
    public static readonly Refusal CustomerAddress = Bad("customer.address", "Enter an Address of at most 500 characters.", nameof(CustomerInput.Address));
    public static readonly Refusal CustomerVaNumber = Bad("customer.va-number", "The VA Static Number has exactly 10 digits. Auto Generate VA fills in a free one.", nameof(CustomerInput.VaNumber));
    public static readonly Refusal CustomerNpwp = Bad("customer.npwp", "The NPWP has 15 or 16 digits, e.g. 02.601.536.2-054.000.", nameof(CustomerInput.Npwp));
    public static readonly Refusal CustomerNpwpMissing = Bad("customer.npwp", "Enter the NPWP, or choose another Document for a buyer without one.", nameof(CustomerInput.Npwp));
    public static readonly Refusal CustomerNpwpName = Bad("customer.npwp-name", "Enter the NPWP Owner Name as the tax office has it, at most 200 characters.", nameof(CustomerInput.NpwpName));
    public static readonly Refusal CustomerNpwpAddress = Bad("customer.npwp-address", "Enter the NPWP Address as the tax office has it, at most 500 characters.", nameof(CustomerInput.NpwpAddress));
    public static readonly Refusal CustomerNik = Bad("customer.document-number", "The National ID (NIK) has 16 digits.", nameof(CustomerInput.DocumentNumber));
    public static readonly Refusal CustomerDocumentNumber = Bad("customer.document-number", "Enter the number of the document, at most 40 characters.", nameof(CustomerInput.DocumentNumber));
    public static readonly Refusal CustomerCountry = Bad("customer.country", "Choose a country; in a file it is its code of three letters, e.g. IDN.", nameof(CustomerInput.Country));
    public static readonly Refusal CustomerNitku = Bad("customer.nitku", "The NITKU has 22 digits and starts with the NPWP in 16 digits; only a buyer with an NPWP has one.", nameof(CustomerInput.Nitku));
    public static readonly Refusal CustomerTransactionCode = Bad("customer.transaction-code", "Choose a transaction code from 01 to 10, or none.", nameof(CustomerInput.TransactionCode));
    public static readonly Refusal CustomerAdditionalInfo = Bad("customer.additional-info", "The Additional Info may have at most 500 characters.", nameof(CustomerInput.AdditionalInfo));
    public static readonly Refusal CustomerGroupMissing = Bad("customer.group", "There is no such customer group any more. Choose another or none.", nameof(CustomerInput.GroupId));

    public static Refusal CustomerVaTaken(string customer) => Bad("customer.va-taken", $"The VA Static Number belongs to {customer} already.", nameof(CustomerInput.VaNumber));
}
