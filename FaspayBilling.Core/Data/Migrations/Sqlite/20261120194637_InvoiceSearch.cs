using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FaspayBilling.Core.Data.Migrations.Sqlite
{
    /// <summary>A trigram index over what the list searches, kept by triggers.</summary>
    public partial class InvoiceSearch : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                CREATE VIRTUAL TABLE InvoiceSearch USING fts5(Number, TaxNumber, CustomerName, content='Invoices', content_rowid='Id', tokenize='trigram');
                INSERT INTO InvoiceSearch(InvoiceSearch) VALUES ('rebuild');
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
                """);
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TRIGGER InvoiceSearchInsert; DROP TRIGGER InvoiceSearchDelete; DROP TRIGGER InvoiceSearchUpdate; DROP TABLE InvoiceSearch;");
        }
    }
}
