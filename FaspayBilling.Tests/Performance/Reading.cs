using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Features.BillingApi;
using FaspayBilling.Core.Features.BillPage;
using FaspayBilling.Core.Features.Customers;
using FaspayBilling.Core.Features.DocumentApi;
using FaspayBilling.Core.Features.Invoices.Lists;
using FaspayBilling.Core.Features.Outbox;
using FaspayBilling.Core.Features.Reports;
using FaspayBilling.Core.Features.Settings;
using FaspayBilling.Core.Features.TaxOffice.CoretaxLists;
using FaspayBilling.Core.Features.TaxOffice.Exports;
using FaspayBilling.Core.Features.TaxOffice.Files;
using FaspayBilling.Core.Outbox.Callbacks;
using FaspayBilling.Core.Outbox.Mail;
using FaspayBilling.Tests.Features.Tenancy;

namespace FaspayBilling.Tests.Performance;

/// <summary>Something that is listed, searched, reported or read.</summary>
/// <param name="Handler">The handler's name.</param>
/// <param name="Asked">Its filter, order or page; empty for the usual ones.</param>
/// <param name="RunAsync">The call.</param>
internal sealed record Reading(string Handler, string Asked, Func<GrownMerchant, Task> RunAsync)
{
    private static readonly DateOnly Day = new(2026, 3, 4);
    private static readonly DateTime From = new(2026, 11, 10, 0, 0, 0, DateTimeKind.Utc);
    private static readonly string[] Reads = ["Read", "List", "Find", "Download"];

    // Reads a file that somebody sends.
    private static readonly string[] Others = [nameof(ReadCustomerImport)];

    private static readonly InvoicesQuery Month = new(new(2026, 10, 1), new(2026, 10, 31), InvoiceStatuses.All, 1);
    private static readonly NotificationQuery Notices = new(null, null, null, Nothing: false, Page: 1, Size: 100);

    /// <summary>All of them: what the handlers' own table calls, and what each list can be asked for.</summary>
    public static IReadOnlyList<Reading> All =>
    [
        .. HandlerCalls.All
            .Where(c => Array.Exists(Reads, r => c.Handler.Name.StartsWith(r, StringComparison.Ordinal)))
            .Where(c => !Others.Contains(c.Handler.Name))
            .Select(c => new Reading(c.Handler.Name, "", g => c.RunAsync(g.Db, g.Estate, g.Admin))),
        .. Billings(),
        .. Customers(),
        .. TaxFiles(),
        .. Enum.GetValues<ExportableSort>().SelectMany(s => Twice(d => Own<ListExportable>(
            $"{s}{Down(d)}", (h, g) => h.HandleAsync(g.Admin, new() { Month = Day, Sort = s, Descending = d }, default)))),
        Own<ListExportable>("all keys", (h, g) => h.AllAsync(g.Admin, new() { Month = Day }, default)),
        Own<ListNumberless>("page 9", (h, g) => h.HandleAsync(g.Admin, 9, 25, default)),
        Own<ListCoretaxRows>("page 9", (h, g) => h.HandleAsync(g.Admin, 9, null, default)),
        Mails("state", new() { State = MailState.Failed }),
        Mails("kind", new() { Kind = MailKind.Threshold }),
        Mails("days", new() { From = Day, To = Day }),
        Mails("page 9", new() { Page = 9 }),
        Mails("search", new() { Search = "fpy" }),
        Own<ListCallbacks>("state", (h, g) => h.HandleAsync(g.Admin, new() { State = CallbackState.Failed }, default)),
        Own<ListCallbacks>("page 9", (h, g) => h.HandleAsync(g.Admin, new() { Page = 9 }, default)),
        Own<ListCallbacks>("search", (h, g) => h.HandleAsync(g.Admin, new() { Search = "INV" }, default)),
        .. Enum.GetValues<SecurityKind>().Select(k => Own<ReadSecurityHistory>(
            $"{k}", (h, g) => h.HandleAsync(g.Admin, new() { Kind = k }, default))),
        Own<ReadAging>("search", (h, g) => h.HandleAsync(g.Admin, new() { AsOf = Day, Search = "Maju" }, default)),
        Own<ReadAging>("print", (h, g) => h.PrintAsync(g.Admin, new() { AsOf = Day }, default)),
        .. Apis(),
        Own<ReadBill>("", (h, _) => h.HandleAsync(GrownMerchant.BillKey, default)),
    ];

    public override string ToString() => Asked.Length == 0 ? Handler : $"{Handler} {Asked}";

    private static IEnumerable<Reading> Billings()
    {
        (string, BillingQuery)[] queries =
        [
            .. Enum.GetValues<BillingSort>().SelectMany(s => Twice(d => ($"{s}{Down(d)}", new BillingQuery { Sort = s, Descending = d }))),
            ("status", new() { Status = InvoiceStatus.Overdue }),
            ("type", new() { Type = DocumentType.CreditNote }),
            ("days", new() { From = Day, To = Day.AddDays(40) }),
            ("page 2", new() { Page = 2 }),
            ("page 9", new() { Page = 9 }),
            ("search", new() { Search = "Maju" }),
            ("short search", new() { Search = "PT" }),
        ];
        return queries.Select(q => Own<ListBillings>(q.Item1, (h, g) => h.HandleAsync(g.Admin, q.Item2, default)));
    }

    private static IEnumerable<Reading> Customers()
    {
        (string, CustomerQuery)[] queries =
        [
            .. Enum.GetValues<CustomerSort>()
                .SelectMany(s => Twice(d => ($"{s}{Down(d)}", new CustomerQuery { Sort = s, Descending = d }))),
            ("archived", new() { Archived = true }),
            ("without a group", new() { GroupId = 0 }),
            ("group", new() { GroupId = 1 }),
            ("page 9", new() { Page = 9 }),
            ("search", new() { Search = "maju" }),
            ("short search", new() { Search = "PT" }),
            ("search group", new() { Search = "m", GroupId = 1, Sort = CustomerSort.Number, Descending = true }),
            ("search number", new() { Search = "2999" }),
        ];
        return [.. queries.Select(q => Own<ListCustomers>(q.Item1, (h, g) => h.HandleAsync(g.Admin, q.Item2, default))),
            Own<FindCustomers>("search", (h, g) => h.HandleAsync(g.Admin, "maju", default)),
            Own<FindCustomers>("short search", (h, g) => h.HandleAsync(g.Admin, "p", default))];
    }

    private static IEnumerable<Reading> TaxFiles()
    {
        (string, TaxFileQuery)[] queries =
        [
            .. Enum.GetValues<TaxFileSort>().SelectMany(s => Twice(d => ($"{s}{Down(d)}", new TaxFileQuery { Sort = s, Descending = d }))),
            ("months", new() { Start = Day, End = Day }),
            ("page 9", new() { Page = 9 }),
            ("search", new() { Search = "Maju" }),
            ("search number", new() { Search = "000-22.10000001" }),
            ("search coretax", new() { Search = "04002600000000001" }),
        ];
        return queries.Select(q => Own<ListTaxFiles>(q.Item1, (h, g) => h.HandleAsync(g.Admin, q.Item2, default)));
    }

    private static IEnumerable<Reading> Apis()
    {
        (string, InvoicesQuery)[] invoices =
        [
            ("", Month),
            ("status", Month with { Statuses = [InvoiceStatus.Paid] }),
            ("customer", Month with { CustomerNumber = 1_001 }),
            ("due", Month with { DueDay = Day }),
        ];
        (string, RecentQuery)[] documents =
        [
            ("", new()),
            ("sent", new() { Sent = true }),
            ("received", new() { Sent = false }),
            ("type", new() { Type = DocumentType.CreditNote }),
            ("cancelled", new() { Cancelled = true }),
        ];
        (string, NotificationQuery)[] notices =
        [
            ("", Notices),
            ("page 9", Notices with { Page = 9 }),
            ("from", Notices with { From = From }),
            ("kind", Notices with { Kind = DocumentNoticeKind.Cancelled }),
        ];
        return
        [
            .. invoices.Select(q => Own<ListInvoicesForApi>(q.Item1, (h, g) => h.HandleAsync(g.Signature, q.Item2, default))),
            .. documents.Select(q => Own<ListRecentDocuments>(q.Item1, (h, g) => h.HandleAsync(g.Caller, q.Item2, default))),
            .. notices.Select(q => Own<ListNotifications>(q.Item1, (h, g) => h.HandleAsync(g.Caller, q.Item2, default))),
            Own<ReadDocument>("", (h, g) => h.HandleAsync(g.Caller, g.Estate.Unpaid.DocumentId!, default)),
            Own<ListDocumentTypes>("", (h, _) => h.HandleAsync(default)),
        ];
    }

    private static Reading Mails(string asked, MailQuery query) =>
        Own<ListMail>(asked, (h, g) => h.HandleAsync(g.Admin, query, default));

    private static T[] Twice<T>(Func<bool, T> make) => [make(false), make(true)];

    private static string Down(bool descending) => descending ? " down" : "";

    private static Reading Own<T>(string asked, Func<T, GrownMerchant, Task> run)
        where T : notnull => new(typeof(T).Name, asked, g => run(g.Db.Get<T>(), g));
}
