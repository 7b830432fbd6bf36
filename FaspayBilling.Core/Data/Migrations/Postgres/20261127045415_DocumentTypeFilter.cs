using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FaspayBilling.Core.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class DocumentTypeFilter : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Invoices_MerchantId_DeletedAt_Outstanding_Id",
                table: "Invoices");

            migrationBuilder.DropIndex(
                name: "IX_Invoices_MerchantId_DeletedAt_Total_Id",
                table: "Invoices");

            migrationBuilder.AddColumn<long>(
                name: "Balance",
                table: "Invoices",
                type: "bigint",
                nullable: false,
                computedColumnSql: "CASE WHEN \"DocumentType\" IN ('CreditNote', 'RefundNote') THEN -\"Outstanding\" WHEN \"DocumentType\" IN ('Invoice', 'DebitNote') THEN \"Outstanding\" ELSE 0 END",
                stored: true);

            migrationBuilder.AddColumn<long>(
                name: "SignedTotal",
                table: "Invoices",
                type: "bigint",
                nullable: false,
                computedColumnSql: "CASE WHEN \"DocumentType\" IN ('CreditNote', 'RefundNote') OR \"DocumentType\" IN ('SelfBilledCreditNote', 'SelfBilledRefundNote') THEN -\"Total\" ELSE \"Total\" END",
                stored: true);

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_MerchantId_DeletedAt_Balance_Id",
                table: "Invoices",
                columns: new[] { "MerchantId", "DeletedAt", "Balance", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_MerchantId_DeletedAt_DocumentType_InvoiceDate_Id",
                table: "Invoices",
                columns: new[] { "MerchantId", "DeletedAt", "DocumentType", "InvoiceDate", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_MerchantId_DeletedAt_SignedTotal_Id",
                table: "Invoices",
                columns: new[] { "MerchantId", "DeletedAt", "SignedTotal", "Id" });

            // Nothing is due on a credit note or a self-billed document, so it is never overdue.
            migrationBuilder.Sql(
                "UPDATE \"Invoices\" SET \"Status\" = CASE WHEN \"Paid\" > 0 THEN 'PartiallyPaid' ELSE 'Unpaid' END "
                + "WHERE \"Status\" = 'Overdue' AND \"DocumentType\" NOT IN ('Invoice', 'DebitNote')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Invoices_MerchantId_DeletedAt_Balance_Id",
                table: "Invoices");

            migrationBuilder.DropIndex(
                name: "IX_Invoices_MerchantId_DeletedAt_DocumentType_InvoiceDate_Id",
                table: "Invoices");

            migrationBuilder.DropIndex(
                name: "IX_Invoices_MerchantId_DeletedAt_SignedTotal_Id",
                table: "Invoices");

            migrationBuilder.DropColumn(
                name: "Balance",
                table: "Invoices");

            migrationBuilder.DropColumn(
                name: "SignedTotal",
                table: "Invoices");

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_MerchantId_DeletedAt_Outstanding_Id",
                table: "Invoices",
                columns: new[] { "MerchantId", "DeletedAt", "Outstanding", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_MerchantId_DeletedAt_Total_Id",
                table: "Invoices",
                columns: new[] { "MerchantId", "DeletedAt", "Total", "Id" });
        }
    }
}
