using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.ApiAccess;
using FaspayBilling.Core.Domain.Attachments;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Invoices.Payments;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice;
using FaspayBilling.Core.Domain.TaxOffice.Coretax;
using FaspayBilling.Core.Domain.TaxOffice.Files;
using FaspayBilling.Core.Features.ApiAccess;
using FaspayBilling.Core.Features.BillingApi;
using FaspayBilling.Core.Features.DocumentApi;
using FaspayBilling.Core.Outbox.Callbacks;
using FaspayBilling.Core.Outbox.Mail;
using FaspayBilling.Tests.Features.BillPage;
using FaspayBilling.Tests.Features.DocumentApi;
using FaspayBilling.Tests.Features.Tenancy;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace FaspayBilling.Tests.Performance;

/// <summary>A merchant that has some thousand of everything that grows: copies of what a tenant has, written by the database.</summary>
internal sealed class GrownMerchant : IAsyncDisposable
{
    public const string BillKey = "a-key-of-a-bill-that-is-read----";

    private const int Invoices = 6_000;
    private const int Others = 3_000;

    public required TestDb Db { get; init; }

    public required TenantFixture Estate { get; init; }

    public required string Signature { get; init; }

    public required ApiCaller Caller { get; init; }

    public Actor Admin => Estate.Owner.Admin;

    public static async Task<GrownMerchant> MakeAsync(Database database)
    {
        var db = await TestDb.MakeAsync(database);
        var owner = await db.Given.MerchantAsync("FPY");
        var estate = await TenantFixture.OfAsync(db, owner);
        var credential = (await db.Get<MakeBillingCredential>().HandleAsync(owner.Admin, default)).Value;
        var caller = await db.CallerAsync(await db.ClientAsync(owner, "grown"), owner);
        await owner.InvoiceAsync(also: i => i.With((nameof(Invoice.BillKey), BillKey)));
        await db.AddAsync(new DocumentNotice
        {
            MerchantId = owner.Id,
            Kind = DocumentNoticeKind.Received,
            DocumentId = estate.Unpaid.DocumentId!,
            Subject = "Notice",
            At = db.Clock.Now(),
        });
        await db.ReadAsync(async d =>
        {
            await GrowAsync(d);
            return await d.Database.ExecuteSqlRawAsync(database == Database.Postgres ? "VACUUM ANALYZE" : "PRAGMA wal_checkpoint");
        });
        var signature = BillingSignature.Of(credential.Username, credential.Password);
        return new GrownMerchant { Db = db, Estate = estate, Signature = signature, Caller = caller };
    }

    public ValueTask DisposeAsync() => Db.DisposeAsync();

    private static async Task GrowAsync(BillingDb db)
    {
        // Thousands of rows in one statement, beside other tests.
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(5));
        var day = db is PostgresBillingDb ? "date '2026-11-16' - (n.i % 1000)::int" : "date('2026-11-16', '-' || (n.i % 1000) || ' days')";
        var anInvoice = "(SELECT i.\"Id\" FROM \"Invoices\" i WHERE i.\"Number\" = 'INV-FPY-' || (10000000 + n.i))";
        await CopyAsync<Customer>(
            db,
            Others,
            ("Number", "1000 + n.i"),
            ("Name", "CASE WHEN n.i % 20 = 0 THEN 'PT Maju ' ELSE 'CV Sinar ' END || n.i"),
            ("Email", "'c' || n.i || '@sinar.example'"),
            ("Npwp", "'' || (1000000000000000 + n.i)"),
            ("VaNumber", "'' || (1000000000 + n.i)"),
            ("GroupId", "CASE WHEN n.i % 3 = 0 THEN (SELECT MIN(g.\"Id\") FROM \"CustomerGroups\" g) END"),
            ("ArchivedAt", $"CASE WHEN n.i % 5 = 0 THEN {Some(db, "'2026-11-01 00:00:00'")} END"));
        await CopyAsync<Invoice>(
            db,
            Invoices,
            ("Number", "'INV-FPY-' || (10000000 + n.i)"),
            ("TaxNumber", "CASE WHEN n.i % 2 = 1 THEN '00022' || (10000000 + n.i) END"),
            ("CustomerName", "CASE WHEN n.i % 20 = 0 THEN 'PT Maju ' ELSE 'CV Sinar ' END || (n.i % 100)"),
            ("CustomerId", $"(SELECT c.\"Id\" FROM \"Customers\" c WHERE c.\"Number\" = 1001 + n.i % {Others})"),
            ("InvoiceDate", day),
            ("DocumentId", "'DOC' || (10000000 + n.i)"),
            ("DocumentType", "CASE WHEN n.i % 10 = 0 THEN 'CreditNote' ELSE 'Invoice' END"),
            ("Status", "CASE n.i % 4 WHEN 0 THEN 'Draft' WHEN 1 THEN 'Unpaid' WHEN 2 THEN 'Paid' ELSE 'Overdue' END"));
        await CopyAsync<Payment>(db, Others, ("InvoiceId", anInvoice));
        await CopyAsync<Attachment>(db, Others, ("InvoiceId", anInvoice));
        await CopyAsync<TaxFile>(
            db,
            Others,
            ("InvoiceId", anInvoice),
            ("TaxNumber", "'00022' || (10000000 + n.i)"),
            ("EmailStatus", "CASE WHEN n.i % 2 = 0 THEN 'Sent' ELSE 'ReadyToSend' END"),
            ("ReplacedAt", $"CASE WHEN n.i % 10 = 0 THEN {Some(db, "'2026-11-01 00:00:00'")} END"));
        await CopyAsync<UnmatchedFile>(db, Others);
        await CopyAsync<CoretaxRow>(
            db,
            Others,
            ("Number", "'' || (10000000000000000 + n.i)"),
            ("Candidates", "CASE WHEN n.i % 2 = 0 THEN '' ELSE '1' END"));
        await CopyAsync<CoretaxReading>(db, Others);
        await CopyAsync<TaxExport>(db, Others);
        await CopyAsync<CallbackCall>(db, Others, ("State", "CASE WHEN n.i % 2 = 0 THEN 'Failed' ELSE 'Delivered' END"));
        await CopyAsync<OutboxMail>(
            db,
            Others,
            ("MessageId", "'m' || n.i || '@fpy.example'"),
            ("InvoiceId", anInvoice),
            ("State", "CASE WHEN n.i % 3 = 0 THEN 'Failed' ELSE 'Sent' END"));
        await CopyAsync<DocumentNotice>(db, Others);
        await CopyAsync<HistoryEntry>(
            db, Others, ("Security", db is PostgresBillingDb ? "n.i % 4 = 0" : "CASE WHEN n.i % 4 = 0 THEN 1 ELSE 0 END"));
    }

    private static string Some(BillingDb db, string instant) => db is PostgresBillingDb ? $"timestamptz {instant}" : instant;

    // The rows hang together by what they copy: the first row of the table, but for what is said here.
    private static async Task CopyAsync<T>(BillingDb db, int count, params (string Column, string Value)[] unlike)
    {
        var table = db.Model.FindEntityType(typeof(T))!;
        var kept = table.GetProperties()
            .Where(p => !p.IsPrimaryKey() && p.ValueGenerated != ValueGenerated.OnAddOrUpdate)
            .Select(p => p.Name)
            .Except(unlike.Select(u => u.Column))
            .ToList();
        var columns = kept.Concat(unlike.Select(u => u.Column)).Select(c => $"\"{c}\"");
        var values = kept.Select(c => $"t.\"{c}\"").Concat(unlike.Select(u => u.Value));
        var name = table.GetTableName();
        var copy = $$"""
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {{count}})
            INSERT INTO "{{name}}" ({{string.Join(", ", columns)}})
            SELECT {{string.Join(", ", values)}}
            FROM n CROSS JOIN "{{name}}" t WHERE t."Id" = (SELECT MIN(f."Id") FROM "{{name}}" f) ORDER BY n.i
            """;
        await db.Database.ExecuteSqlRawAsync(copy);
    }
}
