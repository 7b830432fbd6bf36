using Microsoft.EntityFrameworkCore.Migrations;

namespace FaspayBilling.Core.Data.Migrations.Sqlite;

/// <summary>
/// The indexes of the search and the triggers that keep them; <c>SqliteSearch</c> asks them. Each customer name is indexed once for a
/// merchant and not once an invoice, numbers by five digits in a row too, and every index knows whose row it is, as one mark of three
/// characters. The indexes keep no texts: those stand in the invoices.
/// </summary>
internal static class SearchIndexes
{
    // The places where five digits may begin in a number of 40 characters, a blank and an E-Faktur No of 13.
    private const string Places =
        "'[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,32,33,34,35,36,37,38,39,40,"
        + "41,42,43,44,45,46,47,48,49,50]'";

    private const string Forget = "DELETE FROM InvoiceSearch WHERE rowid = old.Id; DELETE FROM InvoiceDigits WHERE rowid = old.Id;";

    /// <summary>
    /// For a table of invoices that is still empty. SQLite makes a table anew to add a foreign key, and its triggers go with the old
    /// one: a later migration that does so calls <see cref="SearchQueue.ForgetSearchQueued"/> first, and the one after it
    /// <see cref="SearchQueue.KeepSearchQueued"/>.
    /// </summary>
    public static void CreateSearch(this MigrationBuilder migration)
    {
        migration.Sql($"""
            CREATE TABLE InvoiceNames (
                Id INTEGER PRIMARY KEY, MerchantId INTEGER NOT NULL, Name TEXT NOT NULL, UNIQUE (MerchantId, Name));
            CREATE VIRTUAL TABLE InvoiceNameSearch USING fts5(Merchant, Name, content='', tokenize='trigram');
            CREATE VIRTUAL TABLE InvoiceNameWords USING fts5(
                Merchant, Name, content='', detail='none', prefix='1 2', tokenize='unicode61 remove_diacritics 0');
            CREATE VIRTUAL TABLE InvoiceSearch USING fts5(
                Merchant, Number, TaxNumber, content='', contentless_delete=1, tokenize='trigram');
            CREATE VIRTUAL TABLE InvoiceDigits USING fts5(Merchant, Digits, content='', contentless_delete=1, detail='none');
            CREATE TRIGGER InvoiceNamesInsert AFTER INSERT ON InvoiceNames BEGIN
                INSERT INTO InvoiceNameSearch(rowid, Merchant, Name) VALUES (new.Id, {Mark}, new.Name);
                INSERT INTO InvoiceNameWords(rowid, Merchant, Name) VALUES (new.Id, {Mark}, new.Name);
            END;
            """);
        migration.KeepInvoicesIndexed();
    }

    /// <summary>A merchant's key as three characters that nobody types.</summary>
    public static string MarkOf(string merchant) =>
        $"char(57344 + {merchant} / 40960000 % 6400, 57344 + {merchant} / 6400 % 6400, 57344 + {merchant} % 6400)";

    /// <summary>The triggers on the table of invoices, until <see cref="SearchQueue"/>.</summary>
    public static void KeepInvoicesIndexed(this MigrationBuilder migration) =>
        migration.Sql($"""
            CREATE TRIGGER InvoiceSearchInsert AFTER INSERT ON Invoices BEGIN
                {Index}
            END;
            CREATE TRIGGER InvoiceSearchDelete AFTER DELETE ON Invoices BEGIN
                {Forget}
            END;
            CREATE TRIGGER InvoiceSearchUpdate AFTER UPDATE OF TaxNumber, DeletedAt ON Invoices
            WHEN new.TaxNumber IS NOT old.TaxNumber OR new.DeletedAt IS NOT old.DeletedAt BEGIN
                {Forget}
                {Index}
            END;
            CREATE TRIGGER InvoiceSearchRename AFTER UPDATE OF CustomerName ON Invoices WHEN new.CustomerName <> old.CustomerName BEGIN
                {Name}
            END;
            """);

    private static string Index => $"""
        {Name}
        INSERT INTO InvoiceSearch(rowid, Merchant, Number, TaxNumber)
            SELECT new.Id, {Mark}, new.Number, new.TaxNumber WHERE new.DeletedAt IS NULL;
        INSERT INTO InvoiceDigits(rowid, Merchant, Digits) SELECT new.Id, {Mark}, {Fives} WHERE new.DeletedAt IS NULL;
        """;

    /// <summary>Adds the customer's name of the invoice that a trigger is about, once for a merchant.</summary>
    public static string Name => """
        INSERT INTO InvoiceNames(MerchantId, Name) SELECT new.MerchantId, new.CustomerName
            WHERE NOT EXISTS (SELECT 1 FROM InvoiceNames WHERE MerchantId = new.MerchantId AND Name = new.CustomerName);
        """;

    private static string Mark => MarkOf("new.MerchantId");

    private static string Fives => FivesOf("new.Number || ' ' || coalesce(new.TaxNumber, '')");

    /// <summary>All five digits in a row of a text.</summary>
    public static string FivesOf(string text) => $"""
        (SELECT group_concat(substr(n.Text, p.value, 5), ' ')
            FROM (SELECT {text} AS Text) n CROSS JOIN json_each({Places}) p
            WHERE p.value <= length(n.Text) - 4 AND substr(n.Text, p.value, 5) GLOB '[0-9][0-9][0-9][0-9][0-9]')
        """;
}
