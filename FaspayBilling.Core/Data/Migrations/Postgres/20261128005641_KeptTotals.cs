using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FaspayBilling.Core.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class KeptTotals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Invoices_CustomerId",
                table: "Invoices");

            migrationBuilder.CreateTable(
                name: "AgingSteps",
                columns: table => new
                {
                    MerchantId = table.Column<long>(type: "bigint", nullable: false),
                    DueDay = table.Column<DateOnly>(type: "date", nullable: false),
                    InvoiceId = table.Column<long>(type: "bigint", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Amount = table.Column<long>(type: "bigint", nullable: false),
                    Count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgingSteps", x => new { x.MerchantId, x.DueDay, x.InvoiceId, x.Day });
                });

            migrationBuilder.CreateTable(
                name: "AgingTotals",
                columns: table => new
                {
                    MerchantId = table.Column<long>(type: "bigint", nullable: false),
                    DueDay = table.Column<DateOnly>(type: "date", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Amount = table.Column<long>(type: "bigint", nullable: false),
                    Count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgingTotals", x => new { x.MerchantId, x.DueDay, x.Day });
                });

            migrationBuilder.CreateTable(
                name: "CustomerTotals",
                columns: table => new
                {
                    MerchantId = table.Column<long>(type: "bigint", nullable: false),
                    CustomerId = table.Column<long>(type: "bigint", nullable: false),
                    Count = table.Column<int>(type: "integer", nullable: false),
                    Outstanding = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CustomerTotals", x => new { x.MerchantId, x.CustomerId });
                });

            migrationBuilder.CreateTable(
                name: "InvoiceTotals",
                columns: table => new
                {
                    MerchantId = table.Column<long>(type: "bigint", nullable: false),
                    Month = table.Column<DateOnly>(type: "date", nullable: false),
                    Status = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    DocumentType = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    Count = table.Column<int>(type: "integer", nullable: false),
                    Total = table.Column<long>(type: "bigint", nullable: false),
                    Balance = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InvoiceTotals", x => new { x.MerchantId, x.Month, x.Status, x.DocumentType });
                });

            migrationBuilder.CreateTable(
                name: "TaxGaps",
                columns: table => new
                {
                    InvoiceId = table.Column<long>(type: "bigint", nullable: false),
                    MerchantId = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    InvoiceDate = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TaxGaps", x => x.InvoiceId);
                });

            migrationBuilder.CreateTable(
                name: "TaxTotals",
                columns: table => new
                {
                    MerchantId = table.Column<long>(type: "bigint", nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    Count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TaxTotals", x => new { x.MerchantId, x.Year, x.Kind });
                });

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_CustomerId_DeletedAt_InvoiceDate_Due_Number",
                table: "Invoices",
                columns: new[] { "CustomerId", "DeletedAt", "InvoiceDate", "Due", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_MerchantId_DeletedAt_InvoiceDate_Due_Number_Status~",
                table: "Invoices",
                columns: new[] { "MerchantId", "DeletedAt", "InvoiceDate", "Due", "Number", "Status", "DocumentType" });

            migrationBuilder.CreateIndex(
                name: "IX_AgingSteps_InvoiceId",
                table: "AgingSteps",
                column: "InvoiceId");

            migrationBuilder.CreateIndex(
                name: "IX_TaxGaps_MerchantId_Kind_InvoiceDate_InvoiceId",
                table: "TaxGaps",
                columns: new[] { "MerchantId", "Kind", "InvoiceDate", "InvoiceId" });

            migrationBuilder.FillTotals();
            migrationBuilder.KeepTotals();
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.ForgetTotals();

            migrationBuilder.DropTable(
                name: "AgingSteps");

            migrationBuilder.DropTable(
                name: "AgingTotals");

            migrationBuilder.DropTable(
                name: "CustomerTotals");

            migrationBuilder.DropTable(
                name: "InvoiceTotals");

            migrationBuilder.DropTable(
                name: "TaxGaps");

            migrationBuilder.DropTable(
                name: "TaxTotals");

            migrationBuilder.DropIndex(
                name: "IX_Invoices_CustomerId_DeletedAt_InvoiceDate_Due_Number",
                table: "Invoices");

            migrationBuilder.DropIndex(
                name: "IX_Invoices_MerchantId_DeletedAt_InvoiceDate_Due_Number_Status~",
                table: "Invoices");

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_CustomerId",
                table: "Invoices",
                column: "CustomerId");
        }
    }
}
