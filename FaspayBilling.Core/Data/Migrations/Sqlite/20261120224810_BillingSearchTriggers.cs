using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FaspayBilling.Core.Data.Migrations.Sqlite
{
    /// <summary>The table of invoices was made anew once more: the search index gets its triggers back.</summary>
    public partial class BillingSearchTriggers : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                DROP TRIGGER IF EXISTS InvoiceSearchInsert;
                DROP TRIGGER IF EXISTS InvoiceSearchDelete;
                DROP TRIGGER IF EXISTS InvoiceSearchUpdate;
                CREATE TRIGGER InvoiceSearchInsert AFTER INSERT ON Invoices BEGIN
                    INSERT INTO InvoiceSearch(rowid, Number, TaxNumber, CustomerName) VALUES (new.Id, new.Number, new.TaxNumber, new.CustomerName);
                END;
                CREATE TRIGGER InvoiceSearchDelete AFTER DELETE ON Invoices BEGIN
                    INSERT INTO InvoiceSearch(InvoiceSearch, rowid, Number, TaxNumber, CustomerName) VALUES ('delete', old.Id, old.Number, old.TaxNumber, old.CustomerName);
                END;
                CREATE TRIGGER InvoiceSearchUpdate AFTER UPDATE OF TaxNumber, CustomerName ON Invoices BEGIN
                    INSERT INTO InvoiceSearch(InvoiceSearch, rowid, Number, TaxNumber, CustomerName) VALUES ('delete', old.Id, old.Number, old.TaxNumber, old.CustomerName);
                    INSERT INTO InvoiceSearch(rowid, Number, TaxNumber, CustomerName) VALUES (new.Id, new.Number, new.TaxNumber, new.CustomerName);
                END;
                INSERT INTO InvoiceSearch(InvoiceSearch) VALUES ('rebuild');
                """);
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
        }
    }
}
