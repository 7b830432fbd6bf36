using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Performance;

/// <summary>How many SQL commands each reading takes: recorded, so that a change is seen. Pages turn by the lists' two.</summary>
public sealed class CommandCountTests
{
    private static readonly Dictionary<string, int> Recorded = new()
    {
        ["DownloadAging"] = 2,
        ["DownloadBillings"] = 2,
        ["DownloadCustomers"] = 3,
        ["DownloadTaxFiles"] = 3,
        ["FindCustomers"] = 1,
        ["ListApiAccess"] = 3,
        ["ListAttachments"] = 2,
        ["ListBillings"] = 2,
        ["ListCallbacks"] = 2,
        ["ListCoretaxReadings"] = 2,
        ["ListCoretaxRows"] = 2,
        ["ListCustomerGroups"] = 1,
        ["ListCustomers"] = 2,
        ["ListDocumentTypes"] = 1,
        ["ListExportable"] = 2,
        ["ListExportable all keys"] = 1,
        ["ListExports"] = 2,
        ["ListInvoicesForApi"] = 2,
        ["ListInvoicesForApi customer"] = 1,
        ["ListInvoicesForApi due"] = 1,
        ["ListMail"] = 2,
        ["ListNotifications"] = 2,
        ["ListNumberless"] = 2,
        ["ListRanges"] = 2,
        ["ListRecentDocuments"] = 2,
        ["ListSessions"] = 1,
        ["ListTaxFiles"] = 2,
        ["ListUnmatchedFiles"] = 2,
        ["ListUsers"] = 2,
        ["ReadAccount"] = 6,
        ["ReadActions"] = 3,
        ["ReadAging"] = 2,
        ["ReadAttachment"] = 1,
        ["ReadBill"] = 3,
        ["ReadBilling"] = 9,
        ["ReadBillingSettings"] = 1,
        ["ReadCallback"] = 2,
        ["ReadCallbackSetting"] = 1,
        ["ReadChecked"] = 3,
        ["ReadCustomer"] = 4,
        ["ReadCustomerForm"] = 3,
        ["ReadDeliveryTrouble"] = 1,
        ["ReadDocument"] = 2,
        ["ReadExport"] = 2,
        ["ReadInvoiceForm"] = 2,
        ["ReadInvoicePdf"] = 5,
        ["ReadKeptFormsKey"] = 0,
        ["ReadMail"] = 1,
        ["ReadMerchant"] = 2,
        ["ReadMerchantContext"] = 2,
        ["ReadNumberHistory"] = 2,
        ["ReadReminder"] = 1,
        ["ReadSecondFactorRule"] = 1,
        ["ReadSecurityHistory"] = 2,
        ["ReadSettingsHistory"] = 1,
        ["ReadTaxFile"] = 2,
        ["ReadThreshold"] = 4,
        ["ReadUnmatchedFile"] = 2,
        ["ReadUploadOffer"] = 2,
        ["ReadYearEnd"] = 5,
    };

    [Theory, OnSqlite, OnPostgres]
    public async Task Each_reading_takes_as_many_commands_as_were_recorded(Database database)
    {
        var all = await CapturedReading.AllAsync(database);

        all.Where(c => c.Commands != RecordedOf(c.Reading)).Select(c => $"{c.Reading}: {c.Commands}, recorded {RecordedOf(c.Reading)}")
            .Should().BeEmpty();
        Recorded.Keys.Should().OnlyContain(k => all.Any(c => c.Reading.Handler == k || c.Reading.ToString() == k), "the others are gone");
    }

    private static int RecordedOf(Reading reading) =>
        Recorded.TryGetValue(reading.ToString(), out var own) ? own : Recorded.GetValueOrDefault(reading.Handler, -1);
}
