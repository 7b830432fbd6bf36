using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Accounts.Factors;
using FaspayBilling.Core.Accounts.Reset;
using FaspayBilling.Core.Accounts.Sessions;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Actions;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Invoices.Payments;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.ApiAccess;
using FaspayBilling.Core.Features.Attachments;
using FaspayBilling.Core.Features.Customers;
using FaspayBilling.Core.Features.DocumentApi;
using FaspayBilling.Core.Features.Invoices.Form;
using FaspayBilling.Core.Features.Invoices.Lifecycle;
using FaspayBilling.Core.Features.Invoices.Lists;
using FaspayBilling.Core.Features.Invoices.Mailing;
using FaspayBilling.Core.Features.Invoices.Payments;
using FaspayBilling.Core.Features.Invoices.Pdf;
using FaspayBilling.Core.Features.Invoices.TaxNumbers;
using FaspayBilling.Core.Features.Outbox;
using FaspayBilling.Core.Features.Reports;
using FaspayBilling.Core.Features.Settings;
using FaspayBilling.Core.Features.TaxNumbers;
using FaspayBilling.Core.Features.TaxOffice.CoretaxLists;
using FaspayBilling.Core.Features.TaxOffice.Exports;
using FaspayBilling.Core.Features.TaxOffice.Files;
using FaspayBilling.Core.Features.TaxOffice.YearEnd;
using FaspayBilling.Tests.Accounts.Factors;
using FaspayBilling.Tests.Domain.Customers;
using FaspayBilling.Tests.Features.TaxOffice.CoretaxLists;
using FaspayBilling.Tests.Features.TaxOffice.Files;
using static FaspayBilling.Tests.Features.Tenancy.HandlerCall;

namespace FaspayBilling.Tests.Features.Tenancy;

/// <summary>Every handler that is told who acts. A new one is added here; until then a test fails.</summary>
internal static class HandlerCalls
{
    public static readonly IReadOnlyList<HandlerCall> All =
    [
        On<CancelInvoice>(Role.Finance, async (h, e, who) => await h.HandleAsync(who, e.Unpaid.Number, default)),
        On<CancelInvoices>(Role.Finance, async (h, e, who) => await h.HandleAsync(who, [e.Unpaid.Number], default)),
        On<DeleteInvoices>(Role.Finance, async (h, e, who) => await h.HandleAsync(who, [e.Draft.Number], default)),
        On<DeleteInvoice>(Role.Finance, async (h, e, who) => await h.HandleAsync(who, e.Draft.Number, default)),
        On<DuplicateInvoice>(Role.Finance, async (h, e, who) => await h.HandleAsync(who, e.Unpaid.Number, default)),
        On<IssueInvoice>(Role.Finance, async (h, e, who) => await h.HandleAsync(who, e.Draft.Number, default)),
        On<SendProforma>(Role.Finance, async (h, e, who) => await h.HandleAsync(who, e.Draft.Number, default)),
        On<RecordPayment>(
            Role.Finance,
            async (h, e, who) => await h.HandleAsync(who, e.Unpaid.Number, new(1m, new(2026, 11, 16), PaymentRules.Methods[0]), default)),
        On<ResendInvoice>(Role.Finance, async (h, e, who) => await h.HandleAsync(who, e.Unpaid.Number, default)),
        On<UndoPayment>(Role.Finance, async (h, e, who) => await h.HandleAsync(who, e.Part.Number, e.Part.Payments[0].Id, default)),
        On<SaveInvoice>(
            Role.Finance, async (h, e, who) => await h.HandleAsync(who, e.Draft.Number, InvoiceContent.Empty, AfterSave.Keep, default)),
        On<ReadInvoiceForm>(Role.Finance, async (h, e, who) => await h.HandleAsync(who, e.Draft.Number, default)),
        On<ReadChecked>(
            Role.Viewer, async (h, e, who) => await h.HandleAsync(who, [e.Unpaid.Number], InvoiceAction.Cancel, default)),
        On<ReadActions>(Role.Viewer, async (h, e, who) => await h.HandleAsync(who, e.Unpaid.Number, default)),
        On<ReadBilling>(Role.Viewer, async (h, e, who) => await h.HandleAsync(who, e.Unpaid.Number, default)),
        On<WriteInvoicePdfs>(Role.Viewer, async (h, e, who) => await h.HandleAsync(
            who, [e.Unpaid.Number], zip: true, new MemoryStream(), new Progress<double>(), default)),
        On<ReadInvoicePdf>(Role.Viewer, async (h, e, who) => await h.HandleAsync(who, e.Unpaid.Number, default)),
        Own<ListBillings>(Role.Viewer, async (h, who) => await h.HandleAsync(who, new(), default)),

        Own<DownloadAging>(Role.Viewer, async (h, who) => await h.HandleAsync(
            who, new() { AsOf = new(2026, 11, 16) }, Stream.Null, new Progress<double>(), default)),
        Own<ReadAging>(Role.Viewer, async (h, who) => await h.HandleAsync(who, new() { AsOf = new(2026, 11, 16) }, default)),

        On<UploadAttachment>(
            Role.Finance, async (h, e, who) => await h.HandleAsync(who, e.Unpaid.Number, "slip.pdf", Zip.Pdf(), new(), default)),
        On<DeleteAttachment>(Role.Finance, async (h, e, who) => await h.HandleAsync(who, e.DocumentId, default)),
        On<ShowAttachment>(Role.Finance, async (h, e, who) => await h.HandleAsync(who, e.DocumentId, show: true, default)),
        On<ListAttachments>(Role.Viewer, async (h, e, who) => await h.HandleAsync(who, e.Unpaid.Number, default)),
        On<ReadAttachment>(Role.Viewer, async (h, e, who) => await h.HandleAsync(who, e.DocumentId, default)),
        On<ReadUploadOffer>(Role.Viewer, async (h, e, who) => await h.HandleAsync(who, e.Unpaid.Number, default)),

        On<GenerateTaxNumber>(Role.Finance, async (h, e, who) => await h.HandleAsync(who, e.Unpaid.Number, default)),
        On<GenerateTaxNumbers>(Role.Finance, async (h, e, who) => await h.HandleAsync(who, [e.Unpaid.Number], default)),
        On<CancelTaxNumber>(Role.Finance, async (h, e, who) => await h.HandleAsync(who, e.Cancelled.Number, neverApproved: true, default)),
        On<EditRange>(
            Role.Finance,
            async (h, e, who) => await h.HandleAsync(who, e.Unused.Id, e.Unused.Version, "001-26.00000001", "001-26.00000004", default)),
        On<DeleteRange>(Role.Finance, async (h, e, who) => await h.HandleAsync(who, e.Unused.Id, e.Unused.Version, default)),
        Own<AddRange>(Role.Finance, async (h, who) => await h.HandleAsync(who, new(2026, "000-26.00000001", "000-26.00000005"), default)),
        Own<ReadNumberHistory>(Role.Viewer, async (h, who) => await h.HandleAsync(who, default)),
        Own<ListRanges>(Role.Viewer, async (h, who) => await h.HandleAsync(who, default)),

        On<UploadTaxFiles>(
            Role.Finance,
            async (h, e, who) => await h.HandleAsync(who, Zip.Of((Zip.Name(TenantFixture.FiledDigits), Zip.Pdf("newer"))), null, default)),
        On<SendTaxFiles>(Role.Finance, async (h, e, who) => await h.HandleAsync(who, [e.FileId], null, default)),
        On<ReadTaxFile>(Role.Viewer, async (h, e, who) => await h.HandleAsync(who, e.FileId, default)),
        On<ReadUnmatchedFile>(Role.Viewer, async (h, e, who) => await h.HandleAsync(who, e.Waiting.Id, default)),
        On<AssignUnmatchedFile>(
            Role.Finance, async (h, e, who) => await h.HandleAsync(who, e.Waiting.Id, e.Waiting.Version, e.Cancelled.Number, default)),
        On<DismissUnmatchedFile>(Role.Finance, async (h, e, who) => await h.HandleAsync(who, e.Waiting.Id, e.Waiting.Version, default)),
        Own<ListUnmatchedFiles>(Role.Viewer, async (h, who) => await h.HandleAsync(who, default)),
        Own<ReadReminder>(Role.Viewer, async (h, who) => await h.HandleAsync(who, default)),
        Own<ReadYearEnd>(Role.Viewer, async (h, who) => await h.HandleAsync(who, 2026, default)),
        Own<ListTaxFiles>(Role.Viewer, async (h, who) => await h.HandleAsync(who, new(), default)),

        On<SaveCustomer>(
            Role.Finance, async (h, e, who) => await h.HandleAsync(who, e.Unpaid.CustomerId, GoodCustomer.Company, version: 0, default)),
        On<ReadCustomer>(Role.Viewer, async (h, e, who) => await h.HandleAsync(who, e.Unpaid.CustomerId, default)),
        On<ReadCustomerForm>(Role.Viewer, async (h, e, who) => await h.HandleAsync(who, e.Unpaid.CustomerId, default)),
        Own<ListCustomers>(Role.Viewer, async (h, who) => await h.HandleAsync(who, new(), default)),
        Own<FindCustomers>(Role.Viewer, async (h, who) => await h.HandleAsync(who, "", default)),
        On<ArchiveCustomer>(Role.Finance, async (h, e, who) => await h.HandleAsync(who, e.Unpaid.CustomerId, 0, archived: true, default)),
        On<DeleteCustomer>(Role.Finance, async (h, e, who) => await h.HandleAsync(who, e.Unpaid.CustomerId, 0, default)),
        On<SaveCustomerGroup>(Role.Finance, async (h, e, who) => await h.HandleAsync(who, e.GroupId, "Shops", 0, default)),
        On<DeleteCustomerGroup>(Role.Finance, async (h, e, who) => await h.HandleAsync(who, e.GroupId, 0, default)),
        Own<ReadCustomerImport>(
            Role.Finance, async (h, who) => await h.HandleAsync(who, new MemoryStream("Name,Email,Address"u8.ToArray()), default)),
        Own<ImportCustomers>(
            Role.Finance, async (h, who) => await h.HandleAsync(who, [new(2, [], GoodCustomer.Company, "", [], null)], null, default)),
        Own<DownloadCustomers>(
            Role.Viewer, async (h, who) => await h.HandleAsync(who, new(), Stream.Null, new Progress<double>(), default)),
        Own<DownloadBillings>(Role.Viewer, async (h, who) => await h.HandleAsync(who, new(), Stream.Null, new Progress<double>(), default)),
        Own<DownloadTaxFiles>(Role.Viewer, async (h, who) => await h.HandleAsync(who, new(), Stream.Null, new Progress<double>(), default)),
        Own<ListCustomerGroups>(Role.Viewer, async (h, who) => await h.HandleAsync(who, default)),
        Own<GenerateVaNumber>(Role.Viewer, async (h, who) => await h.HandleAsync(who, default)),
        Own<ListExportable>(Role.Viewer, async (h, who) => await h.HandleAsync(who, new() { Month = new(2026, 11, 1) }, default)),
        Own<ListNumberless>(Role.Viewer, async (h, who) => await h.HandleAsync(who, 1, 25, default)),
        Own<ListExports>(Role.Viewer, async (h, who) => await h.HandleAsync(who, 10, default)),
        On<CheckExport>(Role.Finance, async (h, e, who) => await h.HandleAsync(who, TaxChannel.Desktop, [e.Unpaid.Id], default)),
        On<MakeExport>(Role.Finance, async (h, e, who) => await h.HandleAsync(who, TaxChannel.Desktop, [e.Unpaid.Id], default)),
        Own<PreviewCoretaxList>(Role.Finance, async (h, who) => await h.HandleAsync(
            who, CoretaxFile.Csv(',', CoretaxFile.Row("04002600000000001", "APPROVED", "x")), null, default)),
        Own<ApplyCoretaxList>(Role.Finance, async (h, who) => await h.HandleAsync(who, "list.xlsx", [], null, default)),
        Own<ListCoretaxReadings>(Role.Viewer, async (h, who) => await h.HandleAsync(who, 10, default)),
        On<UndoCoretaxList>(Role.Finance, async (h, e, who) => await h.HandleAsync(who, e.ReadingId, default)),
        On<DismissCoretaxRows>(
            Role.Finance, async (h, e, who) => await h.HandleAsync(who, [new(e.CoretaxRow.Id, e.CoretaxRow.Version)], default)),
        Own<ListCoretaxRows>(Role.Viewer, async (h, who) => await h.HandleAsync(who, 1, null, default)),
        On<AssignCoretaxRow>(
            Role.Finance,
            async (h, e, who) => await h.HandleAsync(
                who, new(e.CoretaxRow.Id, e.CoretaxRow.Version), e.Unpaid.Number, confirmed: true, default)),
        On<ReadExport>(Role.Viewer, async (h, e, who) => await h.HandleAsync(who, e.ExportId, default)),

        Own<ReadThreshold>(Role.Viewer, async (h, who) => await h.HandleAsync(who, default)),
        Own<SaveThreshold>(Role.Admin, async (h, who) => await h.HandleAsync(who, "7", active: true, version: 0, default)),

        Own<ReadMerchantContext>(Role.Viewer, async (h, who) => await h.HandleAsync(who, default)),
        Own<ReadMerchant>(Role.Admin, async (h, who) => await h.HandleAsync(who, default)),
        Own<SaveMerchant>(
            Role.Admin,
            async (h, who) => await h.HandleAsync(
                who, new("PT OTH", "OTH", "", "", "", Language.English, null, RemoveLogo: false, Version: 0), default)),
        Own<ReadSettingsHistory>(Role.Admin, async (h, who) => await h.HandleAsync(who, HistorySubject.Merchant, default)),
        Own<ReadBillingSettings>(Role.Admin, async (h, who) => await h.HandleAsync(who, default)),
        Own<SaveFeatures>(Role.Admin, async (h, who) => await h.HandleAsync(
            who, eFakturModule: false, withholdingTax: true, TaxChannel.Coretax, version: 0, default)),
        Own<SaveNotifications>(Role.Admin, async (h, who) => await h.HandleAsync(who, "new@oth.example", version: 0, default)),
        Own<SavePaymentInstructions>(Role.Admin, async (h, who) => await h.HandleAsync(who, "BCA 123", version: 0, default)),
        Own<SaveCancellationWindow>(Role.Admin, async (h, who) => await h.HandleAsync(who, "72", version: 0, default)),

        Own<ListMail>(Role.Viewer, async (h, who) => await h.HandleAsync(who, new(), default)),
        On<ReadMail>(Role.Viewer, async (h, e, who) => await h.HandleAsync(who, e.Mail.Id, default)),
        On<ResendMail>(Role.Finance, async (h, e, who) => await h.HandleAsync(who, e.Mail.Id, default)),

        Own<ListCallbacks>(Role.Viewer, async (h, who) => await h.HandleAsync(who, new(), default)),
        On<ReadCallback>(Role.Viewer, async (h, e, who) => await h.HandleAsync(who, e.CallbackId, default)),
        On<RepeatCallback>(Role.Finance, async (h, e, who) => await h.HandleAsync(who, e.CallbackId, default)),
        Own<ReadDeliveryTrouble>(Role.Viewer, async (h, who) => await h.HandleAsync(who, default)),
        Own<ReadCallbackSetting>(Role.Admin, async (h, who) => await h.HandleAsync(who, default)),
        Own<SaveCallbackUrl>(
            Role.Admin, async (h, who) => await h.HandleAsync(who, "https://shop.oth.example/callback", version: 0, default)),

        Own<ListUsers>(Role.Admin, async (h, who) => await h.HandleAsync(who, default)),
        Own<InviteUser>(Role.Admin, async (h, who) => await h.HandleAsync(who, new("new@oth.example", "Nina", Role.Viewer), default)),
        On<WithdrawInvitation>(Role.Admin, async (h, e, who) => await h.HandleAsync(who, e.Invitation.Id, default)),
        On<LockUser>(Role.Admin, async (h, e, who) => await h.HandleAsync(who, e.User.Id, default)),
        On<UnlockUser>(Role.Admin, async (h, e, who) => await h.HandleAsync(who, e.User.Id, default)),
        On<RemoveUser>(Role.Admin, async (h, e, who) => await h.HandleAsync(who, e.User.Id, default)),
        On<ChangeRole>(Role.Admin, async (h, e, who) => await h.HandleAsync(who, e.User.Id, Role.Admin, default)),
        Own<ListApiAccess>(Role.Admin, async (h, who) => await h.HandleAsync(who, default)),
        Own<MakeApiClient>(Role.Admin, async (h, who) => await h.HandleAsync(who, "ERP", default)),
        Own<MakeBillingCredential>(Role.Admin, async (h, who) => await h.HandleAsync(who, default)),
        Own<GrantRepresentation>(
            Role.Admin, async (h, who) => await h.HandleAsync(who, new("OTH-nobody", true, true, true, new(2026, 11, 1), null), default)),
        On<AddDocument>(Role.Finance, async (h, e, who) => await h.HandleAsync(
            who, new(DocumentType.CreditNote, e.Unpaid.Number, null, "Correction", [new("Correction", 1, 1)]), default)),
        On<RevokeApiClient>(Role.Admin, async (h, e, who) => await h.HandleAsync(who, e.Client.Id, default)),
        On<RevokeBillingCredential>(Role.Admin, async (h, e, who) => await h.HandleAsync(who, e.Credential.Id, default)),
        On<RevokeRepresentation>(Role.Admin, async (h, e, who) => await h.HandleAsync(who, e.Representation.Id, default)),
        Own<ReadKeptFormsKey>(Role.Viewer, async (h, who) => await h.HandleAsync(who, default)),
        On<ChangeLanguage>(
            Role.Viewer, async (h, e, who) => await h.HandleAsync(e.SignedIn(who), Language.Indonesian, default)),
        On<ChangePassword>(
            Role.Viewer,
            async (h, e, who) => await h.HandleAsync(e.SignedIn(who), "old", "a new and long passw0rd", default)),
        Own<ListSessions>(Role.Viewer, async (h, who) => await h.HandleAsync(who, default)),
        On<CloseSession>(Role.Viewer, async (h, e, who) => await h.HandleAsync(e.SignedIn(who), e.SessionId, default)),
        On<ChangeName>(Role.Viewer, async (h, e, who) => await h.HandleAsync(e.SignedIn(who), "Another", default)),
        On<ReadAccount>(Role.Viewer, async (h, e, who) => await h.HandleAsync(e.SignedIn(who), default)),
        On<ProveAgain>(Role.Viewer, async (h, e, who) => await h.HandleAsync(e.SignedIn(who), "old", default)),
        On<TurnOnSecondFactor>(
            Role.Viewer, async (h, e, who) => await h.HandleAsync(e.SignedIn(who), "JBSWY3DPEHPK3PXP", "000000", default)),
        On<TurnOffSecondFactor>(Role.Viewer, async (h, e, who) => await h.HandleAsync(e.SignedIn(who), default)),
        On<RenewRecoveryCodes>(Role.Viewer, async (h, e, who) => await h.HandleAsync(e.SignedIn(who), default)),
        On<AddPasskey>(
            Role.Viewer, async (h, e, who) => await h.HandleAsync(e.SignedIn(who), GivenFactors.Passkey("new"), "Another", default)),
        On<RemovePasskey>(Role.Viewer, async (h, e, who) => await h.HandleAsync(e.SignedIn(who), e.PasskeyId, default)),
        On<ResetSecondFactor>(Role.Admin, async (h, e, who) => await h.HandleAsync(who, e.User.Id, default)),
        Own<SaveSecondFactorRule>(Role.Admin, async (h, who) => await h.HandleAsync(who, SecondFactorRule.Everybody, default)),
        Own<ReadSecondFactorRule>(Role.Admin, async (h, who) => await h.HandleAsync(who, default)),
        On<SendReset>(Role.Admin, async (h, e, who) => await h.HandleAsync(who, e.User.Id, default)),
        Own<ReadSecurityHistory>(Role.Admin, async (h, who) => await h.HandleAsync(who, new(), default)),
    ];

    /// <summary>Never called for a person's click: the set-up, the demo data and an accepted invitation make users through it.</summary>
    public static readonly IReadOnlyList<Type> Inside = [typeof(CreateUser)];

    public static HandlerCall Of(string handler) => All.Single(c => c.Handler.Name == handler);
}
