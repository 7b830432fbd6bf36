using System.Globalization;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Money;

namespace FaspayBilling.Core.Domain;

/// <content>The invoice form, and what happens to payments and notes.</content>
public static partial class Refusals
{
    public static readonly Refusal InvoiceCustomer = Bad("invoice.customer", "Choose a customer, or add a new one.", nameof(InvoiceInput.CustomerId));
    public static readonly Refusal InvoiceCustomerArchived = Bad("invoice.customer-archived", "This customer is archived. Bring it back under Customers, or choose another.", nameof(InvoiceInput.CustomerId));
    public static readonly Refusal InvoiceSubject = Bad("invoice.subject", "The subject may have at most 200 characters.", nameof(InvoiceInput.Subject));
    public static readonly Refusal InvoiceDate = Bad("invoice.date", "Enter an invoice date from 01/01/2020 to a year from today.", nameof(InvoiceInput.InvoiceDate));
    public static readonly Refusal InvoiceDue = Bad("invoice.due", "Enter a due date: not before the invoice date, at most ten years after it.", nameof(InvoiceInput.DueDate));
    public static readonly Refusal InvoiceTransactionCode = Bad("invoice.transaction-code", "Choose a transaction code from 01 to 10.", nameof(InvoiceInput.TransactionCode));
    public static readonly Refusal InvoiceFacility = Bad("invoice.facility", "Codes 07 and 08 need the facility that allows them. Choose one of the code's list.", nameof(InvoiceInput.AdditionalInfo));
    public static readonly Refusal InvoiceSupportingDocument = Bad("invoice.supporting-document", "The supporting document may have at most 100 characters.", nameof(InvoiceInput.SupportingDocument));
    public static readonly Refusal InvoiceHeader = Bad("invoice.header", "The header may have at most 2.000 characters.", nameof(InvoiceInput.Header));
    public static readonly Refusal InvoiceNotes = Bad("invoice.notes", "The notes may have at most 2.000 characters.", nameof(InvoiceInput.Notes));
    public static readonly Refusal InvoiceLines = Bad("invoice.lines", "Enter at least one line, at most 1.000.", nameof(InvoiceInput.Lines));
    public static readonly Refusal InvoiceTotal = Bad("invoice.total", $"The total must be above 0 and at most {Rupiah.Text(InvoiceInput.Most)}.", nameof(InvoiceInput.Lines));
    public static readonly Refusal InvoiceNotResendable = Rule("invoice.not-resendable", "Only a Proforma or an issued invoice can be sent again; this one was not sent or is cancelled.");
    public static readonly Refusal InvoiceNoAddress = Rule("invoice.no-address", "The customer has no e-mail address. Add one under Customers, then send the invoice again.");
    public static readonly Refusal PaymentNotFound = new(RefusalKind.NotFound, "payment.not-found", "There is no such payment of this invoice.");
    public static readonly Refusal PaymentUndone = Rule("payment.undone", "This payment was undone already.");

    public static Refusal InvoiceNotEditable(InvoiceStatus status) => Rule("invoice.not-editable", $"Only a Draft or a Proforma can be changed; this invoice is {status.Text()}.");

    public static Refusal InvoiceNotNoted(InvoiceStatus status) => Rule("invoice.not-noted", $"A credit or debit note refers to an issued invoice; this one is {status.Text()} or a note itself.");

    public static Refusal PaymentNotUndoable(InvoiceStatus status) => Rule("payment.not-undoable", $"The payments of a {status.Text()} invoice stay as they are.");

    public static Refusal InvoiceLineName(int index) => Line(index, "invoice.line-name", "enter what is billed, at most 300 characters", nameof(InvoiceLineInput.Name));

    public static Refusal InvoiceLineCode(int index) => Line(index, "invoice.line-code", "choose a code of the tax office's list, six digits, e.g. 000000", nameof(InvoiceLineInput.GoodsCode));

    public static Refusal InvoiceLineUnit(int index) => Line(index, "invoice.line-unit", "choose one of the 39 units, e.g. Unit or Bulan", nameof(InvoiceLineInput.UnitCode));

    public static Refusal InvoiceLineQuantity(int index) => Line(index, "invoice.line-quantity", "enter a quantity above 0 with at most four decimals, e.g. 1,5", nameof(InvoiceLineInput.Quantity));

    public static Refusal InvoiceLinePrice(int index) => Line(index, "invoice.line-price", "enter a price such as 1.234.567 or 1.234.567,50", nameof(InvoiceLineInput.Price));

    public static Refusal InvoiceLineDiscount(int index) => Line(index, "invoice.line-discount", "enter a discount of at most price times quantity", nameof(InvoiceLineInput.Discount));

    public static Refusal InvoiceLineLuxuryTax(int index) => Line(index, "invoice.line-luxury-tax", "enter the luxury tax in percent, 0 to 200", nameof(InvoiceLineInput.LuxuryTaxRate));

    public static Refusal InvoiceLineAmount(int index) => Line(index, "invoice.line-amount", $"price times quantity is more than {Rupiah.Text(InvoiceInput.Most)}", nameof(InvoiceLineInput.Price));

    private static Refusal Line(int index, string code, string what, string field) => Bad(
        code, string.Create(CultureInfo.InvariantCulture, $"Line {index + 1}: {what}."), string.Create(CultureInfo.InvariantCulture, $"{nameof(InvoiceInput.Lines)}[{index}].{field}"));
}
