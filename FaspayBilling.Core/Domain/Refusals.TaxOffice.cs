namespace FaspayBilling.Core.Domain;

/// <summary>What goes to the tax office and comes back.</summary>
public static partial class Refusals
{
    // Exports
    public static readonly Refusal ExportNoneChecked = Bad("tax-export.none-checked", "Check at least one invoice.");
    public static readonly Refusal ExportTooMany = Bad("tax-export.too-many", "At most 10.000 invoices go into one export.");
    public static readonly Refusal ExportChannel = Rule("tax-export.channel", "This merchant's tax invoices do not go this way. An admin can change it under Settings, Billing Settings, Features.");
    public static readonly Refusal ExportNotFound = new(RefusalKind.NotFound, "tax-export.not-found", "There is no such export.");
    public static readonly Refusal ExportProblems = Rule("tax-export.problems", "Nothing was exported: some of the checked invoices have problems. Mend them, or uncheck these invoices.");

    // Coretax's list
    public static readonly Refusal CoretaxListFile = Bad("coretax-list.file", "This is neither an XLSX nor a CSV. Export the list Pajak Keluaran in Coretax and choose that file.", "File");
    public static readonly Refusal CoretaxListTooLarge = Bad("coretax-list.too-large", "At most 10 MB and 10.000 rows. Export fewer months at a time.", "File");
    public static readonly Refusal CoretaxListEmpty = Bad("coretax-list.empty", "The list holds no tax invoice.", "File");
    public static readonly Refusal CoretaxRowNotFound = new(RefusalKind.NotFound, "coretax-row.not-found", "There is no such row any more. Somebody may have matched it already.");
    public static readonly Refusal CoretaxRowInvoice = Bad("coretax-row.invoice", "No taxed invoice has this number.", "Invoice");

    public static Refusal CoretaxListHeading(string heading) => Bad("coretax-list.heading", $"The list has no column “{heading}”. Export the list Pajak Keluaran in Coretax and choose that file.", "File");

    // Files that wait for a choice
    public static readonly Refusal FileInvoiceNumberless = Bad("file.invoice-numberless", "This invoice has neither an E-Faktur No nor a number of Coretax yet.", "Invoice");
    public static readonly Refusal FileInvoice = Bad("file.invoice", "No taxed invoice has this number.", "Invoice");
}
