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
    private const string OfGaps = "joins at most a page of gaps; so few rows make PostgreSQL begin with the other table";
    private const string OfDays = "the invoices of the few due days that a page shows";
    private const string Dealt = "joins what the page shows; so few rows make PostgreSQL begin with the other table";
    private const string OfWaiting = "looks at what waits, up to the first that failed; what has left is not looked at";
    private const string OfWindow = "documents of 31 days, issued and received, of which at most 10,000 are listed";
    private const string WholeList = "writes every row";
    private const string OfMonth = "a month's invoices, which are exported together";
    private const string ByHand = "ranges and settings are changed by hand, seldom";
    private const string NoTextIndex = "looks at row after row: these tables have no index of texts yet";

    public static readonly IReadOnlyList<StandingException> All =
    [
        new(nameof(ListBillings), "count Invoices", "the days of the months that a filter cuts"),
        new(nameof(ReadMerchant), "walk Invoices", "asks whether there is one, and stops at the first"),
        new(nameof(ReadYearEnd), "sort Invoices", OfGaps, Database.Postgres),
        new(nameof(ReadYearEnd), "walk Invoices", OfGaps, Database.Postgres),
        new(nameof(ReadAging), "count AgingTotals", "one row a due day and day on which something of it changed"),
        new(nameof(ReadAging), "count Invoices", OfDays, Database.Postgres),
        new(nameof(ReadAging), "sort Invoices", OfDays, Database.Postgres),
        new(nameof(ReadAging), "count AgingSteps", OfDays, Database.Postgres),
        new(nameof(ReadAging), "sort AgingSteps", OfDays, Database.Postgres),

        new(nameof(ReadDeliveryTrouble), "walk OutboxMails", OfWaiting, Database.Sqlite),
        new(nameof(ReadDeliveryTrouble), "walk CallbackCalls", OfWaiting, Database.Sqlite),

        new(nameof(DownloadAging), "count Invoices", WholeList),
        new(nameof(DownloadAging), "sort Invoices", WholeList, Database.Postgres),
        new(nameof(DownloadBillings), "count Invoices", WholeList),
        new(nameof(DownloadBillings), "walk Invoices", WholeList),
        new(nameof(DownloadCustomers), "count Customers", WholeList),
        new(nameof(DownloadCustomers), "walk Customers", WholeList),
        new(nameof(DownloadTaxFiles), "count Invoices", WholeList, Database.Postgres),
        new(nameof(DownloadTaxFiles), "count TaxFiles", WholeList),
        new(nameof(DownloadTaxFiles), "walk TaxFiles", WholeList),

        new(nameof(ListExportable), "count Invoices", OfMonth),
        new(nameof(ListExportable), "sort Invoices", OfMonth),
        new(nameof(ListExportable), "walk Invoices", OfMonth, Database.Postgres),
        new(nameof(ListExportable), "sort Customers", Dealt, Database.Postgres),
        new(nameof(ListExportable), "walk Customers", Dealt, Database.Postgres),
        new(nameof(ListRecentDocuments), "sort Invoices", OfWindow),
        new(nameof(ListRecentDocuments), "count Invoices", OfWindow),
        new(nameof(ReadNumberHistory), "sort History", ByHand, Database.Sqlite),
        new(nameof(ReadNumberHistory), "walk History", ByHand, Database.Sqlite),
        new(nameof(ReadSettingsHistory), "sort History", ByHand, Database.Sqlite),
        new(nameof(ReadSettingsHistory), "walk History", ByHand, Database.Sqlite),
        new(nameof(ListCustomerGroups), "count Customers", "says of each group how many are in it"),

        new(nameof(ListCustomers), "sort Customers", "by the group's name, which a customer does not hold"),
        new(nameof(ListCustomers), "walk Customers", "by the group's name, which a customer does not hold"),
        new(nameof(ListTaxFiles), "sort TaxFiles", "by the invoice's number or customer, which a file does not hold"),
        new(nameof(ListTaxFiles), "walk TaxFiles", "by the invoice's number or customer, which a file does not hold"),
        new(nameof(ListTaxFiles), "sort Invoices", "by the customer, which a file does not hold", Database.Postgres),
        new(nameof(ListTaxFiles), "walk Invoices", "by the customer, which a file does not hold", Database.Postgres),
        new(nameof(ListTaxFiles), "count Invoices", "files of those months, counted up to 10,000", Database.Postgres),
        new(nameof(ListTaxFiles), "text OutboxMails", "asks of each shown file whether a mail waits", Database.Postgres),

        new(nameof(ListMail), "text OutboxMails", NoTextIndex),
        new(nameof(ListCallbacks), "text CallbackCalls", NoTextIndex),
        new(nameof(ListCallbacks), "text Invoices", NoTextIndex, Database.Postgres),
        new(nameof(ListBillings), "text Invoices", "the first 5,000 of the order: see SearchPlanTests", Database.Postgres),
    ];

    public bool Covers(Database database, CapturedReading captured, string wrong) =>
        Handler == captured.Reading.Handler && wrong.StartsWith(Wrong, StringComparison.Ordinal) && (Only ?? database) == database;
}
