using Microsoft.EntityFrameworkCore.Migrations;

namespace FaspayBilling.Core.Data.Migrations.Sqlite;

/// <summary>
/// What changed of an invoice waits in <c>InvoiceSearchQueue</c> until so many do that indexing them is cheap: FTS5 writes a segment
/// at each savepoint, which was most of what a new number cost. Searches read the few that wait. An invoice's own number and its E-Faktur
/// No stand apart in the indexes, the latter under the negative key, so that a number that is given is written and nothing else.
/// </summary>
internal static class SearchQueue
{
    private const int Most = 128;

    private const string Forget = """
        DELETE FROM InvoiceSearch WHERE rowid = old.Id; DELETE FROM InvoiceSearch WHERE rowid = -old.Id;
        DELETE FROM InvoiceDigits WHERE rowid = old.Id; DELETE FROM InvoiceDigits WHERE rowid = -old.Id;
        DELETE FROM InvoiceSearchQueue WHERE MerchantId = old.MerchantId AND InvoiceId = old.Id;
        """;

    private const string Enqueue = """
        INSERT INTO InvoiceSearchQueue(MerchantId, InvoiceId) SELECT new.MerchantId, new.Id
            WHERE NOT EXISTS (SELECT 1 FROM InvoiceSearchQueue WHERE MerchantId = new.MerchantId AND InvoiceId = new.Id);
        """;

    private const string Waiting = "InvoiceSearchQueue q CROSS JOIN Invoices i WHERE i.Id = q.InvoiceId AND ";
    private const string Deleted = "SELECT i.Id FROM " + Waiting + "i.DeletedAt IS NOT NULL";

    // The number of an invoice never changes: written once, it stands until the invoice is deleted.
    private const string New = Waiting + """
        i.DeletedAt IS NULL AND NOT EXISTS (SELECT 1 FROM InvoiceSearch_docsize d WHERE d.id = i.Id) ORDER BY i.Id
        """;

    private static readonly string Drop = string.Concat(
        new[] { "Insert", "Delete", "Update", "Rename", "Full" }.Select(t => $"DROP TRIGGER IF EXISTS InvoiceSearch{t};\n"));

    private static readonly string Mark = SearchIndexes.MarkOf("i.MerchantId");

    /// <summary>Indexes what stands anew, apart, and puts the triggers in place of those of <see cref="SearchIndexes"/>.</summary>
    public static void QueueSearch(this MigrationBuilder migration)
    {
        migration.Sql($"""
            CREATE TABLE InvoiceSearchQueue (
                Id INTEGER PRIMARY KEY, MerchantId INTEGER NOT NULL, InvoiceId INTEGER NOT NULL, UNIQUE (MerchantId, InvoiceId));
            INSERT INTO InvoiceSearch(InvoiceSearch) VALUES ('delete-all');
            INSERT INTO InvoiceDigits(InvoiceDigits) VALUES ('delete-all');
            {WriteTaxNumbers("Invoices i WHERE ")}
            {WriteNumbers("Invoices i WHERE i.DeletedAt IS NULL ORDER BY i.Id")}
            """);
        migration.KeepSearchQueued();
    }

    /// <summary>Back to an index of both numbers together.</summary>
    public static void UnqueueSearch(this MigrationBuilder migration)
    {
        migration.Sql(Drop + $"""
            DROP TABLE InvoiceSearchQueue;
            INSERT INTO InvoiceSearch(InvoiceSearch) VALUES ('delete-all');
            INSERT INTO InvoiceDigits(InvoiceDigits) VALUES ('delete-all');
            INSERT INTO InvoiceSearch(rowid, Merchant, Number, TaxNumber)
                SELECT i.Id, {Mark}, i.Number, i.TaxNumber FROM Invoices i WHERE i.DeletedAt IS NULL ORDER BY i.Id;
            INSERT INTO InvoiceDigits(rowid, Merchant, Digits)
                SELECT i.Id, {Mark}, {SearchIndexes.FivesOf("i.Number || ' ' || coalesce(i.TaxNumber, '')")}
                FROM Invoices i WHERE i.DeletedAt IS NULL ORDER BY i.Id;
            """);
        migration.KeepInvoicesIndexed();
    }

    /// <summary>
    /// Takes the triggers away: a later migration that makes the table of invoices anew begins with this, for one that stands on the queue
    /// names it, and the migration after it calls <see cref="KeepSearchQueued"/>.
    /// </summary>
    public static void ForgetSearchQueued(this MigrationBuilder migration) => migration.Sql(Drop);

    /// <summary>The triggers on the table of invoices and on the queue.</summary>
    public static void KeepSearchQueued(this MigrationBuilder migration) =>
        migration.Sql(Drop + $"""
            CREATE TRIGGER InvoiceSearchInsert AFTER INSERT ON Invoices BEGIN
                {SearchIndexes.Name}
                {Enqueue}
            END;
            CREATE TRIGGER InvoiceSearchDelete AFTER DELETE ON Invoices BEGIN
                {Forget}
            END;
            CREATE TRIGGER InvoiceSearchUpdate AFTER UPDATE OF TaxNumber, DeletedAt ON Invoices
            WHEN new.TaxNumber IS NOT old.TaxNumber OR new.DeletedAt IS NOT old.DeletedAt BEGIN
                {Enqueue}
            END;
            CREATE TRIGGER InvoiceSearchRename AFTER UPDATE OF CustomerName ON Invoices WHEN new.CustomerName <> old.CustomerName BEGIN
                {SearchIndexes.Name}
            END;
            CREATE TRIGGER InvoiceSearchFull AFTER INSERT ON InvoiceSearchQueue WHEN new.Id >= {Most} BEGIN
                DELETE FROM InvoiceSearch WHERE rowid IN (SELECT -InvoiceId FROM InvoiceSearchQueue);
                DELETE FROM InvoiceDigits WHERE rowid IN (SELECT -InvoiceId FROM InvoiceSearchQueue);
                DELETE FROM InvoiceDigits WHERE rowid IN ({Deleted});
                DELETE FROM InvoiceSearch WHERE rowid IN ({Deleted});
                {WriteTaxNumbers(Waiting)}
                {WriteNumbers(New)}
                DELETE FROM InvoiceSearchQueue;
            END;
            """);

    // FTS5 writes a segment whenever a key is below the one before: each statement goes upwards. The digits first: what of the numbers
    // is new is asked of the other index.
    private static string WriteNumbers(string from) => $"""
        INSERT INTO InvoiceDigits(rowid, Merchant, Digits) SELECT i.Id, {Mark}, {SearchIndexes.FivesOf("i.Number")} FROM {from};
        INSERT INTO InvoiceSearch(rowid, Merchant, Number) SELECT i.Id, {Mark}, i.Number FROM {from};
        """;

    private static string WriteTaxNumbers(string from) => $"""
        INSERT INTO InvoiceDigits(rowid, Merchant, Digits) SELECT -i.Id, {Mark}, {FivesOfTaxNumber}
            FROM {from} i.DeletedAt IS NULL AND i.TaxNumber IS NOT NULL ORDER BY i.Id DESC;
        INSERT INTO InvoiceSearch(rowid, Merchant, TaxNumber) SELECT -i.Id, {Mark}, i.TaxNumber
            FROM {from} i.DeletedAt IS NULL AND i.TaxNumber IS NOT NULL ORDER BY i.Id DESC;
        """;

    // Always 13 digits.
    private static string FivesOfTaxNumber =>
        string.Join(" || ' ' || ", Enumerable.Range(1, 9).Select(p => $"substr(i.TaxNumber, {p}, 5)"));
}
