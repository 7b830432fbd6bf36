using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FaspayBilling.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class UploadTotals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "UploadTotals",
                columns: table => new
                {
                    MerchantId = table.Column<long>(type: "INTEGER", nullable: false),
                    Month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UploadTotals", x => new { x.MerchantId, x.Month });
                });

            migrationBuilder.FillUploads();
            migrationBuilder.KeepUploads();
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.ForgetUploads();

            migrationBuilder.DropTable(
                name: "UploadTotals");
        }
    }
}
