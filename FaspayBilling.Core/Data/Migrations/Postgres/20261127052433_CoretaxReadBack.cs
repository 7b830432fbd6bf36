using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace FaspayBilling.Core.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class CoretaxReadBack : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "CoretaxContested",
                table: "Invoices",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Accepted",
                table: "CoretaxRows",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Candidates",
                table: "CoretaxRows",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Conflicts",
                table: "CoretaxRows",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Desktop",
                table: "CoretaxRows",
                type: "character varying(13)",
                maxLength: 13,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "DismissedAt",
                table: "CoretaxRows",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DismissedBy",
                table: "CoretaxRows",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "Month",
                table: "CoretaxRows",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Serial",
                table: "CoretaxRows",
                type: "character varying(13)",
                maxLength: 13,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "Waits",
                table: "CoretaxRows",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "CoretaxReadings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    MerchantId = table.Column<long>(type: "bigint", nullable: false),
                    FileName = table.Column<string>(type: "character varying(260)", maxLength: 260, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    By = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Rows = table.Column<int>(type: "integer", nullable: false),
                    Changed = table.Column<int>(type: "integer", nullable: false),
                    Waiting = table.Column<int>(type: "integer", nullable: false),
                    UndoneAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    UndoneBy = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CoretaxReadings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CoretaxChanges",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ReadingId = table.Column<long>(type: "bigint", nullable: false),
                    RowId = table.Column<long>(type: "bigint", nullable: true),
                    InvoiceId = table.Column<long>(type: "bigint", nullable: true),
                    TaxNumber = table.Column<string>(type: "character varying(13)", maxLength: 13, nullable: true),
                    Before = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: true),
                    After = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CoretaxChanges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CoretaxChanges_CoretaxReadings_ReadingId",
                        column: x => x.ReadingId,
                        principalTable: "CoretaxReadings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            // Rows of before: the serial and the number of a range stand in the 17 digits, and what has no invoice waits for one.
            migrationBuilder.Sql(
                """
                UPDATE "CoretaxRows" SET
                    "Waits" = ("InvoiceId" IS NULL),
                    "Serial" = CASE WHEN substr("Number", 5, 1) = '9' AND substr("Number", 3, 1) IN ('0', '1')
                        THEN substr("Number", 4, 1) || substr("Number", 6) ELSE substr("Number", 5) END,
                    "Desktop" = CASE WHEN substr("Number", 5, 1) = '9' AND substr("Number", 3, 1) IN ('0', '1')
                        THEN substr("Number", 4, 1) || substr("Number", 6) END;
                """);

            migrationBuilder.CreateIndex(
                name: "IX_CoretaxRows_MerchantId_Desktop",
                table: "CoretaxRows",
                columns: new[] { "MerchantId", "Desktop" });

            migrationBuilder.CreateIndex(
                name: "IX_CoretaxRows_MerchantId_Serial",
                table: "CoretaxRows",
                columns: new[] { "MerchantId", "Serial" });

            migrationBuilder.CreateIndex(
                name: "IX_CoretaxRows_MerchantId_Waits_Id",
                table: "CoretaxRows",
                columns: new[] { "MerchantId", "Waits", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_CoretaxChanges_ReadingId_Id",
                table: "CoretaxChanges",
                columns: new[] { "ReadingId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_CoretaxReadings_MerchantId_Id",
                table: "CoretaxReadings",
                columns: new[] { "MerchantId", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CoretaxChanges");

            migrationBuilder.DropTable(
                name: "CoretaxReadings");

            migrationBuilder.DropIndex(
                name: "IX_CoretaxRows_MerchantId_Desktop",
                table: "CoretaxRows");

            migrationBuilder.DropIndex(
                name: "IX_CoretaxRows_MerchantId_Serial",
                table: "CoretaxRows");

            migrationBuilder.DropIndex(
                name: "IX_CoretaxRows_MerchantId_Waits_Id",
                table: "CoretaxRows");

            migrationBuilder.DropColumn(
                name: "CoretaxContested",
                table: "Invoices");

            migrationBuilder.DropColumn(
                name: "Accepted",
                table: "CoretaxRows");

            migrationBuilder.DropColumn(
                name: "Candidates",
                table: "CoretaxRows");

            migrationBuilder.DropColumn(
                name: "Conflicts",
                table: "CoretaxRows");

            migrationBuilder.DropColumn(
                name: "Desktop",
                table: "CoretaxRows");

            migrationBuilder.DropColumn(
                name: "DismissedAt",
                table: "CoretaxRows");

            migrationBuilder.DropColumn(
                name: "DismissedBy",
                table: "CoretaxRows");

            migrationBuilder.DropColumn(
                name: "Month",
                table: "CoretaxRows");

            migrationBuilder.DropColumn(
                name: "Serial",
                table: "CoretaxRows");

            migrationBuilder.DropColumn(
                name: "Waits",
                table: "CoretaxRows");
        }
    }
}
