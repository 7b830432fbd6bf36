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

    public static readonly Refusal CustomerInUse = Rule("customer.in-use", "Invoices name this customer, so it stays. Archive it: it is kept for them and offered for no new one.");
    public static readonly Refusal CustomerDuplicate = Bad("customer.duplicate", "A customer with this name and e-mail address exists already.", nameof(CustomerInput.Name));

    // Groups
    public static readonly Refusal GroupNotFound = new(RefusalKind.NotFound, "customer-group.not-found", "There is no such customer group. It may have been deleted.");
    public static readonly Refusal GroupName = Bad("customer-group.name", "Enter a name of 1 to 100 characters.", "Name");
    public static readonly Refusal GroupNameTaken = Bad("customer-group.name-taken", "Another group has this name.", "Name");

    // Files with rows
    public static readonly Refusal SheetUnreadable = Bad("sheet.not-readable", "This is neither an Excel workbook (.xlsx) nor a CSV file, or it is damaged.", "File");
    public static readonly Refusal SheetLocked = Bad("sheet.not-readable", "This is an old Excel file (.xls) or one with a password. Save it as .xlsx without a password, or as CSV.", "File");
    public static readonly Refusal SheetEmpty = Bad("sheet.not-readable", "The file holds no rows.", "File");
    public static readonly Refusal SheetTooLarge = Bad("sheet.too-large", "A file may have at most 10 MB, 10.000 rows and 100 columns.", "File");

    public static Refusal ImportColumns(string missing) => Bad("import.columns", $"The first row names the columns; missing: {missing}. The template has them all.", "File");

    public static Refusal ImportColumnTwice(string column) => Bad("import.columns", $"The column {column} is there twice.", "File");

    public static Refusal ImportValue(string column, string allowed) => Bad("import.value", $"{column}: {allowed}.");

    public static Refusal ImportTwice(int line) => Bad("import.twice", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"The same customer or VA Static Number stands in row {line} already."));
}
