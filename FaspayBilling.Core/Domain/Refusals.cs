using System.Globalization;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Money;
using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Domain.Time;

namespace FaspayBilling.Core.Domain;

/// <summary>Every "no" of the system: code, sentence, field. Codes are stable: tested, never reused.</summary>
public static partial class Refusals
{
    // Who acts
    public static Refusal NotAllowed(Role needed) => new(RefusalKind.NotAllowed, "not-allowed", $"Your role does not allow this. Ask a user with the role {needed}.");

    public static readonly Refusal ChangedElsewhere = new(RefusalKind.ChangedElsewhere, "changed-elsewhere", "Somebody else changed this meanwhile. The page now shows the new state; please look and try again.");
    public static readonly Refusal ModuleOff = Rule("module.off", "The E-Faktur Module is not enabled. An admin can switch it on under Settings, Billing Settings, Features.");

    // Invoices
    public static readonly Refusal InvoiceNotFound = new(RefusalKind.NotFound, "invoice.not-found", "There is no such invoice. It may have been deleted.");
    public static readonly Refusal InvoiceHoldsTaxNumber = Rule("invoice.holds-tax-number", "The invoice still holds an E-Faktur No. Give it back first: Actions, Cancel E-Faktur No.");
    public static readonly Refusal InvoiceNotCancellablePaid = Rule("invoice.not-cancellable", "Something was already paid, so it can only be cancelled in the dashboard.");
    public static readonly Refusal InvoiceReferenced = Rule("invoice.referenced", "A credit or debit note refers to this invoice. Cancel the note first.");
    public static readonly Refusal DocumentForbidden = new(RefusalKind.NotAllowed, "document.forbidden", "Only the issuer of the document may cancel it.");

    public static Refusal InvoiceNotIssuable(InvoiceStatus status) => Rule("invoice.not-issuable", $"Only a Draft or a Proforma can be sent or issued; this invoice is {status.Text()}.");

    public static Refusal InvoiceNotDeletable(InvoiceStatus status) => Rule("invoice.not-deletable", $"Only a Draft, Proforma or Cancelled invoice can be deleted; this one is {status.Text()}.");

    public static Refusal InvoiceNotCancellable(InvoiceStatus status) => Rule("invoice.not-cancellable", $"Only an Unpaid, Partially Paid or Overdue invoice can be cancelled; this one is {status.Text()}.");

    public static Refusal CancellationPeriodOver(DateTime end) => Rule("invoice.cancellation-period-over", $"The time for cancelling ended on {JakartaCalendar.Text(end)}.");

    public static Refusal CancelReason(bool mandatory) => Bad("cancel.reason", mandatory ? "Give a reason of 1 to 300 characters." : "The reason may have at most 300 characters.", "Reason");

    // Documents
    public static readonly Refusal DocumentNotFound = new(RefusalKind.NotFound, "document.not-found", "There is no document with this id.");
    public static readonly Refusal DocumentNotReceived = new(RefusalKind.NotAllowed, "document.forbidden", "Only the receiver of the document may ask for its rejection.");
    public static readonly Refusal DocumentNotYours = new(RefusalKind.NotAllowed, "document.forbidden", "The document was neither issued nor received by this taxpayer.");
    public static readonly Refusal DocumentNotGranted = new(RefusalKind.NotAllowed, "document.forbidden", "The taxpayer's grant to this client does not cover this today.");
    public static readonly Refusal RejectionAlreadyRequested = Rule("document.rejection-requested", "A rejection was asked for already; that is possible only once.");
    public static readonly Refusal DocumentLines = Bad("document.lines", "Give at least one line; the document's total must be above 0.", "Lines");
    public static readonly Refusal DocumentCustomer = Bad("document.customer", "Choose the other party of the document.", "Customer");
    public static readonly Refusal DocumentReference = Bad("document.reference", "A note refers to an invoice of its own kind that is issued and not cancelled; an invoice refers to nothing.", "RefersTo");
    public static readonly Refusal IdempotencyKeyReused = Rule("idempotency.other-request", "This Idempotency-Key came with another request before. Use a new key for a new request.");

    public static Refusal DocumentNotRejectable(InvoiceStatus status) => Rule("document.not-rejectable", $"Only a valid document can be rejected; this one is {status.Text()}.");

    public static Refusal RejectionPeriodOver(DateTime end) => Rule("document.rejection-period-over", $"The time for asking for a rejection ended on {JakartaCalendar.Text(end)}.");

    // Document API clients
    public static readonly Refusal TokenClient = new(RefusalKind.NotAllowed, "token.client", "The client id or the secret is wrong, or the client was revoked.");
    public static readonly Refusal TokenTaxpayer = new(RefusalKind.NotAllowed, "token.taxpayer", "No taxpayer with this TIN lets this client act on its behalf today.");

    // Payments
    public static Refusal PaymentNotAllowed(InvoiceStatus status) => Rule("payment.not-allowed", $"A payment can be recorded only while something is owed; this invoice is {status.Text()}.");

    public static readonly Refusal PaymentAmount = Bad("payment.amount", "Enter an amount above 0, with at most two decimals.", nameof(PaymentInput.Amount));
    public static readonly Refusal PaymentDate = Bad("payment.date", "Enter the day of the payment; it may not be in the future.", nameof(PaymentInput.Date));
    public static readonly Refusal PaymentMethod = Bad("payment.method", "Choose how it was paid.", nameof(PaymentInput.Method));
    public static readonly Refusal PaymentNote = Bad("payment.note", "The note may have at most 300 characters.", nameof(PaymentInput.Note));

    public static Refusal PaymentAboveOutstanding(decimal amount, decimal outstanding) => new(
        RefusalKind.NeedsConfirmation, "payment.above-outstanding", $"{Rupiah.Text(amount)} is more than the outstanding {Rupiah.Text(outstanding)}. Record it anyway?", nameof(PaymentInput.Amount));

    // E-Faktur numbers
    public static readonly Refusal TaxInactive = Rule("tax-number.tax-inactive", "The invoice carries no Invoice Tax, so it needs no E-Faktur No.");
    public static readonly Refusal AlreadyHasTaxNumber = Rule("tax-number.already-has-one", "The invoice already has an E-Faktur No.");
    public static readonly Refusal NoTaxNumberToCancel = Rule("tax-number.none-to-cancel", "The invoice has no E-Faktur No to give back.");
    public static readonly Refusal ReleaseInvoiceNotCancelled = Rule("tax-number.invoice-not-cancelled", "Only a Cancelled invoice gives its E-Faktur No back. Cancel the invoice first.");
    public static readonly Refusal ReleaseFileUploaded = Rule("tax-number.file-uploaded", "An E-Faktur file was uploaded for this number, so it stays with the invoice.");
    public static readonly Refusal TaxNumberApproved = Rule("tax-number.approved", "The tax office approved or replaced this number, so it is spent for good.");
    public static readonly Refusal TaxNumberExported = new(RefusalKind.NeedsConfirmation, "tax-number.exported", "This number was already exported. Confirm that the tax office never approved it.");

    public static Refusal InvoiceNotIssued(InvoiceStatus status) => Rule("tax-number.invoice-not-issued", $"Only an issued invoice gets an E-Faktur No; this one is {status.Text()}.");

    public static Refusal NoneAvailable(int year) => Rule("tax-number.none-available", string.Create(CultureInfo.InvariantCulture, $"No E-Faktur No is available for {year}. Add a range with that Year Period under E-Faktur, E-Faktur No."));

    // Ranges
    public static readonly Refusal RangeNotFound = new(RefusalKind.NotFound, "range.not-found", "There is no such range. It may have been deleted.");
    public static readonly Refusal RangeEndBeforeStart = Bad("range.end-before-start", "The End Number is below the Start Number.", nameof(RangeInput.End));
    public static readonly Refusal RangeBlocksDiffer = Bad("range.blocks-differ", "The first five digits of Start and End Number must be the same.", nameof(RangeInput.End));
    public static readonly Refusal RangeTooLong = Bad("range.too-long", "A range may hold at most 1.000.000 numbers.", nameof(RangeInput.End));
    public static readonly Refusal RangeInUse = Rule("range.in-use", "A number of this range is in use, so the range cannot be deleted.");

    public static Refusal RangeYear(int currentYear) => Bad("range.year", string.Create(CultureInfo.InvariantCulture, $"Choose a Year Period from {currentYear - 1} to {currentYear + 1}."), nameof(RangeInput.Year));

    public static Refusal RangeNot13Digits(string field) => Bad("range.not-13-digits", $"The {field} Number needs 13 digits, e.g. 000-22.12345678.", field);

    public static Refusal RangeOverlap(TaxNumberRange other) => Bad("range.overlap", string.Create(CultureInfo.InvariantCulture, $"It overlaps the range {other} of {other.Year}."), nameof(RangeInput.Start));

    public static Refusal RangeStartInUse(TaxNumber start) => Bad("range.start-in-use", $"Numbers of this range were used, so the Start Number stays {start}.", nameof(RangeInput.Start));

    public static Refusal RangeEndBelowUsed(TaxNumber highest) => Bad("range.end-below-used", $"{highest} is in use, so the End Number cannot be below it.", nameof(RangeInput.End));

    // Threshold and settings
    public static readonly Refusal ThresholdLimit = Bad("threshold.limit", "Enter a Threshold Limit from 0 to 1.000.000, digits only.", "Limit");

    public static Refusal SettingsAddress(string address) => Bad("settings.address", $"“{address}” is not an e-mail address. Write one address a line, e.g. finance@example.co.id.", "Addresses");

    public static readonly Refusal SettingsTooManyAddresses = Bad("settings.address", "At most 20 addresses can be told.", "Addresses");
    public static readonly Refusal SettingsWindow = Bad("settings.window", "Enter 1 to 8.760 hours, or leave it empty for no limit.", "Window");

    // Merchant
    public static readonly Refusal MerchantName = Bad("merchant.name", "Enter a name of at most 200 characters.", "Name");
    public static readonly Refusal MerchantCodeInvalid = Bad("merchant.code", "The code has three capital letters or digits, e.g. FPY.", "Code");
    public static readonly Refusal MerchantCodeFixed = Bad("merchant.code-fixed", "Invoices carry the code, so it cannot change any more.", "Code");
    public static readonly Refusal MerchantCodeTaken = Bad("merchant.code-taken", "Another merchant of this installation has this code.", "Code");
    public static readonly Refusal MerchantNpwp = Bad("merchant.npwp", "The NPWP has 15 or 16 digits.", "Npwp");
    public static readonly Refusal MerchantNitku = Bad("merchant.nitku", "The NITKU has 22 digits and starts with the NPWP in 16 digits.", "Nitku");
    public static readonly Refusal MerchantAddress = Bad("merchant.address", "The address may have at most 500 characters.", "Address");
    public static readonly Refusal MerchantLogo = Bad("merchant.logo", "The logo is a PNG or JPG of at most 1 MB.", "Logo");

    // E-Faktur files
    public static readonly Refusal FileBadName = Bad("file.bad-name", "This is no PDF by its name.");
    public static readonly Refusal FileNotPdf = Bad("file.not-pdf", "The content is not a PDF.");
    public static readonly Refusal FileDamaged = Bad("file.not-pdf", "The file is damaged inside the zip. Make the zip again.");
    public static readonly Refusal FileTooLarge = Bad("file.too-large", "A PDF may have at most 2 MB.");
    public static readonly Refusal FileUnknownNumber = Bad("file.unknown-number", "No invoice has this E-Faktur No.");
    public static readonly Refusal FileOtherMerchant = Bad("file.other-merchant", "The first NPWP in the name is not this merchant's.");
    public static readonly Refusal FileCustomerMismatch = Bad("file.customer-mismatch", "The customer NPWP in the name is not that of the invoice.");
    public static readonly Refusal FileDuplicate = Bad("file.duplicate", "The same file is stored already.");
    public static readonly Refusal FileTwice = Bad("file.duplicate", "The zip holds a file of this name twice.");
    public static readonly Refusal FileNotZip = Bad("file.not-zip", "This is not a zip, or it is damaged. Choose a .zip file that holds only PDFs.", "File");
    public static readonly Refusal FileArchiveEmpty = Bad("file.not-zip", "The zip is empty. Choose one that holds PDFs.", "File");
    public static readonly Refusal FileArchiveLocked = Bad("file.not-zip", "The zip is protected by a password. Choose one without.", "File");
    public static readonly Refusal FileArchiveTooLarge = Bad("file.archive-too-large", "At most 100 MB as a zip, 200 MB unpacked and 1.000 files.", "File");
    public static readonly Refusal FileNotFound = new(RefusalKind.NotFound, "file.not-found", "There is no such file.");

    // Mail
    public static readonly Refusal MailNotFound = new(RefusalKind.NotFound, "mail.not-found", "There is no such mail.");
    public static readonly Refusal MailNotResendable = Rule("mail.not-resendable", "The mail is already waiting to be sent.");

    // Users
    public static readonly Refusal UserNotFound = new(RefusalKind.NotFound, "user.not-found", "There is no such user.");
    public static readonly Refusal UserEmail = Bad("user.email", "Enter an e-mail address, e.g. finance@example.co.id.", "Email");
    public static readonly Refusal UserName = Bad("user.name", "Enter a name of at most 100 characters.", "Name");
    public static readonly Refusal UserEmailTaken = Bad("user.email-taken", "A user with this e-mail address exists already.", "Email");
    public static readonly Refusal UserCurrentPassword = Bad("user.current-password", "This is not your current password.", "Current");
    public static readonly Refusal UserCurrentPasswordRests = Bad("user.current-password", "The current password was wrong too often. Try again in 15 minutes.", "Current");
    public static readonly Refusal UserPasswordsDiffer = Bad("user.passwords-differ", "The two passwords differ.", "Repeated");
    public static readonly Refusal UserLastAdmin = Rule("user.last-admin", "The last Admin keeps the role and stays unlocked. Make somebody else Admin first.");
    public static readonly Refusal LinkInvalid = Rule("user.link", "This link was used already, has expired or is not complete. Ask an admin for a new one.");

    // API access
    public static readonly Refusal ApiCredentialNotFound = new(RefusalKind.NotFound, "api-credential.not-found", "There is no such credential.");
    public static readonly Refusal ApiSignature = new(RefusalKind.NotAllowed, "api-credential.signature", "No credential signs like this, or it was revoked.");
    public static readonly Refusal ApiClientNotFound = new(RefusalKind.NotFound, "api-client.not-found", "There is no such API client.");
    public static readonly Refusal ApiClientName = Bad("api-client.name", "Enter a name of 1 to 100 characters.", "Name");
    public static readonly Refusal RepresentationNotFound = new(RefusalKind.NotFound, "representation.not-found", "There is no such representation.");
    public static readonly Refusal RepresentationClient = Bad("representation.client", "No other merchant's API client has this client id. Ask the intermediary for it.", "ClientId");
    public static readonly Refusal RepresentationPermissions = Bad("representation.permissions", "Allow at least one of view, cancel and reject.", "MayView");
    public static readonly Refusal RepresentationFrom = Bad("representation.from", "Enter the first day of the representation.", "From");
    public static readonly Refusal RepresentationTo = Bad("representation.to", "The last day may be neither in the past nor before the first; leave it empty for no end.", "To");

    /// <summary>What the password rules ask for; <paramref name="why"/> lists what is missing.</summary>
    public static Refusal UserPassword(string why) => Bad("user.password", why, "Password");

    private static Refusal Rule(string code, string sentence) => new(RefusalKind.Rule, code, sentence);

    private static Refusal Bad(string code, string sentence, string? field = null) => new(RefusalKind.BadInput, code, sentence, field);
}
