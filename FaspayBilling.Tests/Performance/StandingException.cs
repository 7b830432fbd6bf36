using FaspayBilling.Core.Features.BillingApi;
using FaspayBilling.Core.Features.Customers;
using FaspayBilling.Core.Features.DocumentApi;
using FaspayBilling.Core.Features.Invoices.Lists;
using FaspayBilling.Core.Features.Outbox;
using FaspayBilling.Core.Features.Reports;
using FaspayBilling.Core.Features.Settings;
using FaspayBilling.Core.Features.TaxNumbers;
using FaspayBilling.Core.Features.TaxOffice.Exports;
using FaspayBilling.Core.Features.TaxOffice.Files;
using FaspayBilling.Core.Features.TaxOffice.YearEnd;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Performance;

/// <summary>A reading that still costs more the more a merchant has.</summary>
/// <param name="Handler">Whose.</param>
/// <param name="Wrong">Kind and table, as the plans name them; a kind alone is of every table.</param>
/// <param name="Why">Why it stands.</param>
/// <param name="Only">On this database alone; null on both.</param>
internal sealed record StandingException(string Handler, string Wrong, string Why, Database? Only = null)
{
    private const string KeptTotals = "counts: until kept totals";
    private const string WholeList = "writes every row";
    private const string OfMonth = "a month's invoices, which are exported together";
    private const string ByHand = "ranges and settings are changed by hand, seldom";
    private const string NoTextIndex = "looks at row after row: these tables have no index of texts yet";

    public static readonly IReadOnlyList<StandingException> All =
    [
        new(nameof(ListBillings), "count Invoices", KeptTotals),
        new(nameof(ListInvoicesForApi), "count Invoices", KeptTotals),
        new(nameof(ReadAging), "count Invoices", KeptTotals),
        new(nameof(ReadYearEnd), "count Invoices", KeptTotals),
        new(nameof(ReadReminder), "count Invoices", KeptTotals),
        new(nameof(ListInvoicesForApi), "sort Invoices", "in the order of date, due moment and number, within a day: until kept totals"),

        new(nameof(DownloadAging), "count Invoices", WholeList),
        new(nameof(DownloadBillings), "count Invoices", WholeList),
        new(nameof(DownloadBillings), "walk Invoices", WholeList),
        new(nameof(DownloadCustomers), "count Customers", WholeList),
        new(nameof(DownloadCustomers), "walk Customers", WholeList),
        new(nameof(DownloadTaxFiles), "count TaxFiles", WholeList),
        new(nameof(DownloadTaxFiles), "walk TaxFiles", WholeList),

        new(nameof(ListExportable), "count Invoices", OfMonth),
        new(nameof(ListExportable), "sort Invoices", OfMonth),
        new(nameof(ListRecentDocuments), "sort Invoices", "documents of 31 days, issued and received, of which at most 10,000 are listed"),
        new(nameof(ReadNumberHistory), "sort History", ByHand),
        new(nameof(ReadNumberHistory), "walk History", ByHand),
        new(nameof(ReadSettingsHistory), "sort History", ByHand),
        new(nameof(ReadSettingsHistory), "walk History", ByHand),
        new(nameof(ListCustomerGroups), "count Customers", "says of each group how many are in it"),

        new(nameof(ListCustomers), "sort Customers", "by the group's name, which a customer does not hold"),
        new(nameof(ListCustomers), "walk Customers", "by the group's name, which a customer does not hold"),
        new(nameof(ListTaxFiles), "sort TaxFiles", "by the invoice's number or customer, which a file does not hold"),
        new(nameof(ListTaxFiles), "walk TaxFiles", "by the invoice's number or customer, which a file does not hold"),

        new(nameof(ListCustomers), "text Customers", NoTextIndex),
        new(nameof(FindCustomers), "sort Customers", NoTextIndex),
        new(nameof(FindCustomers), "walk Customers", NoTextIndex),
        new(nameof(ListMail), "text OutboxMails", NoTextIndex),
        new(nameof(ListCallbacks), "text CallbackCalls", NoTextIndex),
        new(nameof(ListBillings), "text Invoices", "the first 5,000 of the order: see SearchPlanTests", Database.Postgres),
    ];

    public bool Covers(Database database, CapturedReading captured, string wrong) =>
        Handler == captured.Reading.Handler && wrong.StartsWith(Wrong, StringComparison.Ordinal) && (Only ?? database) == database;
}
