using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FaspayBilling.Core.Data.Migrations.Postgres
{
    /// <summary>Trigram indexes over what the list searches.</summary>
    public partial class InvoiceSearch : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                CREATE EXTENSION IF NOT EXISTS pg_trgm;
                CREATE INDEX "IX_Invoices_Number_Trigram" ON "Invoices" USING gin ("Number" gin_trgm_ops);
                CREATE INDEX "IX_Invoices_TaxNumber_Trigram" ON "Invoices" USING gin ("TaxNumber" gin_trgm_ops);
                CREATE INDEX "IX_Invoices_CustomerName_Trigram" ON "Invoices" USING gin ("CustomerName" gin_trgm_ops);
                """);
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                DROP INDEX "IX_Invoices_Number_Trigram";
                DROP INDEX "IX_Invoices_TaxNumber_Trigram";
                DROP INDEX "IX_Invoices_CustomerName_Trigram";
                """);
        }
    }
}
