using Microsoft.EntityFrameworkCore.Migrations;

namespace FaspayBilling.Core.Data.Migrations.Sqlite;

/// <summary>
/// The indexes of the search for customers and the triggers that keep them; <c>SqliteCustomerSearch</c> asks them. One knows three
/// characters in a row, the other one and two. Both know whose row it is, by the mark of <see cref="SearchIndexes"/>.
/// </summary>
internal static class CustomerIndexes
{
    private const string Forget = "DELETE FROM CustomerSearch WHERE rowid = old.Id; DELETE FROM CustomerPairs WHERE rowid = old.Id;";

    private static readonly string[] Columns = ["Name", "Email", "Npwp", "DocumentNumber", "VaNumber"];

    /// <summary>
    /// With what stands. A later migration that makes the table of customers anew calls <see cref="KeepCustomersIndexed"/> again, in the
    /// migration after it.
    /// </summary>
    public static void CreateCustomerSearch(this MigrationBuilder migration)
    {
        migration.Sql($"""
            CREATE VIRTUAL TABLE CustomerSearch USING fts5(
                Merchant, {string.Join(", ", Columns)}, content='', contentless_delete=1, tokenize='trigram');
            CREATE VIRTUAL TABLE CustomerPairs USING fts5(Merchant, Pairs, content='', contentless_delete=1, detail='none');
            {Index("c", "FROM Customers c")}
            """);
        migration.KeepCustomersIndexed();
    }

    /// <summary>The triggers on the table of customers.</summary>
    public static void KeepCustomersIndexed(this MigrationBuilder migration) =>
        migration.Sql($"""
            CREATE TRIGGER CustomerSearchInsert AFTER INSERT ON Customers BEGIN
                {Index("new", "")}
            END;
            CREATE TRIGGER CustomerSearchDelete AFTER DELETE ON Customers BEGIN
                {Forget}
            END;
            CREATE TRIGGER CustomerSearchUpdate AFTER UPDATE OF {string.Join(", ", Columns)} ON Customers
            WHEN {string.Join(" OR ", Columns.Select(c => $"new.{c} <> old.{c}"))} BEGIN
                {Forget}
                {Index("new", "")}
            END;
            """);

    public static void ForgetCustomerSearch(this MigrationBuilder migration) =>
        migration.Sql("""
            DROP TRIGGER CustomerSearchInsert; DROP TRIGGER CustomerSearchDelete; DROP TRIGGER CustomerSearchUpdate;
            DROP TABLE CustomerSearch; DROP TABLE CustomerPairs;
            """);

    private static string Index(string row, string from) => $"""
        INSERT INTO CustomerSearch(rowid, Merchant, {string.Join(", ", Columns)})
            SELECT {row}.Id, {Mark(row)}, {string.Join(", ", Columns.Select(c => $"{row}.{c}"))} {from};
        INSERT INTO CustomerPairs(rowid, Merchant, Pairs)
            SELECT {row}.Id, {Mark(row)},
                {Pairs("n", $"lower({row}.Name) || char(1) || lower({row}.Email)")}
                || ' ' || {Pairs("d", $"{row}.Npwp || char(1) || {row}.DocumentNumber || char(1) || {row}.VaNumber")} {from};
        """;

    private static string Mark(string row) => SearchIndexes.MarkOf($"{row}.MerchantId");

    // Each character with the one behind it, as hexadecimal digits, since a word of the index knows no blanks and no signs. The array has
    // one number for each character; lower() knows the capitals of ASCII only.
    private static string Pairs(string kind, string text) => $"""
        (SELECT group_concat('{kind}' || hex(substr(t.Text, p.key + 1, 2)), ' ')
            FROM (SELECT {text} AS Text) t
                CROSS JOIN json_each('[0' || replace(hex(zeroblob(length(t.Text) - 1)), '00', ',0') || ']') p)
        """;
}
