using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Domain.TaxOffice;

/// <summary>The "no" about what goes to the tax office and comes back.</summary>
public static class TaxOfficeRefusals
{
    public static readonly Refusal FileNoAddress = Refusal.Rule("file.no-address");
    public static readonly Refusal FileAlreadyWaiting = Refusal.Rule("file.already-waiting");
    public static readonly Refusal FileWasReplaced = Refusal.Rule("file.was-replaced");
    public static readonly Refusal ExportNoneChecked = Refusal.Bad("tax-export.none-checked", field: null);
    public static readonly Refusal ExportTooMany = Refusal.Bad("tax-export.too-many", field: null);
    public static readonly Refusal ExportChannel = Refusal.Rule("tax-export.channel");
    public static readonly Refusal ExportNotFound = Refusal.NotFound("tax-export.not-found");
    public static readonly Refusal ExportProblems = Refusal.Rule("tax-export.problems");
    public static readonly Refusal CoretaxListEmpty = Refusal.Bad("coretax-list.empty", "File");
    public static readonly Refusal CoretaxListPurchases = Refusal.Bad("coretax-list.purchases", "File");
    public static readonly Refusal CoretaxListNotFound = Refusal.NotFound("coretax-list.not-found");
    public static readonly Refusal CoretaxListUndone = Refusal.Rule("coretax-list.undone");
    public static readonly Refusal CoretaxRowConflict =
        Refusal.Of(RefusalKind.NeedsConfirmation, "coretax-row.conflict", field: null);

    public static readonly Refusal CoretaxRowNotFound = Refusal.NotFound("coretax-row.not-found");
    public static readonly Refusal CoretaxRowInvoice = Refusal.Bad("coretax-row.invoice", "Invoice");

    /// <summary>The merchant's channel cannot take the invoice: said as the export would say it.</summary>
    public static Refusal InvoiceChannel(ExportProblem problem) =>
        new(RefusalKind.BadInput, "invoice.channel", problem.Message, problem.Field);

    /// <summary>Coretax's list says that the file's tax invoice stands no longer.</summary>
    public static Refusal FileInCoretax(bool canceled, string number) =>
        Refusal.Rule(canceled ? "file.in-coretax:canceled" : "file.in-coretax:amended", ("number", number));

    public static Refusal CoretaxListBuiltOn(string what) => Refusal.Rule("coretax-list.built-on", ("what", what));

    /// <summary>The tax office approved some of the invoices already: only after a confirmation.</summary>
    public static Refusal ExportApproved(int count) =>
        Refusal.Of(RefusalKind.NeedsConfirmation, count == 1 ? "tax-export.approved:one" : "tax-export.approved", null, ("count", count));

    /// <param name="why">Where and why the file cannot be read.</param>
    public static Refusal CoretaxListFile(Message why) => Refusal.Bad("coretax-list.file", "File", ("why", why));

    /// <param name="why">Where it holds too much, and of what.</param>
    public static Refusal CoretaxListTooLarge(Message why) => Refusal.Bad("coretax-list.too-large", "File", ("why", why));

    /// <param name="place">Where the heading stands.</param>
    /// <param name="heading">The column that it does not name.</param>
    public static Refusal CoretaxListHeading(Message place, string heading) =>
        Refusal.Bad("coretax-list.heading", "File", ("place", place), ("heading", heading));

    /// <param name="sheets">All that were looked at; none for a CSV file.</param>
    /// <param name="heading">A column that a heading names.</param>
    public static Refusal CoretaxListNoHeading(IEnumerable<string> sheets, string heading) =>
        Value.List(sheets.Select(s => (Value)s)) is { Items.Count: > 0 } named
            ? Refusal.Bad("coretax-list.heading:none-in-sheets", "File", ("sheets", named), ("heading", heading))
            : Refusal.Bad("coretax-list.heading:none", "File", ("heading", heading));

    public static readonly Refusal FileInvoiceNumberless = Refusal.Bad("file.invoice-numberless", "Invoice");
    public static readonly Refusal FileInvoice = Refusal.Bad("file.invoice", "Invoice");
    public static readonly Refusal FileBadName = Refusal.Bad("file.bad-name", field: null);
    public static readonly Refusal FileNotPdf = Refusal.Bad("file.not-pdf", field: null);
    public static readonly Refusal FileDamaged = Refusal.Bad("file.not-pdf:damaged", field: null);

    /// <param name="method">The compression, as people call it.</param>
    public static Refusal FileCompression(string method) => Refusal.Bad("file.not-pdf:compression", field: null, ("method", method));

    public static readonly Refusal FileTooLarge = Refusal.Bad("file.too-large", field: null);
    public static readonly Refusal FileUnknownNumber = Refusal.Bad("file.unknown-number", field: null);
    public static readonly Refusal FileOtherMerchant = Refusal.Bad("file.other-merchant", field: null);
    public static readonly Refusal FileCustomerMismatch = Refusal.Bad("file.customer-mismatch", field: null);
    public static readonly Refusal FileDuplicate = Refusal.Bad("file.duplicate", field: null);
    public static readonly Refusal FileTwice = Refusal.Bad("file.duplicate:in-zip", field: null);
    public static readonly Refusal FileNotZip = Refusal.Bad("file.not-zip", "File");
    public static readonly Refusal FileArchiveEmpty = Refusal.Bad("file.not-zip:empty", "File");
    public static readonly Refusal FileArchiveLocked = Refusal.Bad("file.not-zip:locked", "File");
    public static readonly Refusal FileArchiveTooLarge = Refusal.Bad("file.archive-too-large", "File");
    public static readonly Refusal FileNotFound = Refusal.NotFound("file.not-found");
}
