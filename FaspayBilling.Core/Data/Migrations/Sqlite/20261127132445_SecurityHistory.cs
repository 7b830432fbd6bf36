using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FaspayBilling.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SecurityHistory : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "Security",
                table: "History",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            // What was written before is of the security history too (docs/rules.md 20).
            migrationBuilder.Sql("""
                UPDATE "History" SET "Security" = 1
                WHERE "Subject" IN ('User', 'ApiAccess', 'BillingSettings', 'Merchant', 'Threshold') OR "RefusalCode" = 'not-allowed'
                """);

            migrationBuilder.CreateIndex(
                name: "IX_History_MerchantId_Id",
                table: "History",
                columns: new[] { "MerchantId", "Id" },
                filter: "\"Security\"");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_History_MerchantId_Id",
                table: "History");

            migrationBuilder.DropColumn(
                name: "Security",
                table: "History");
        }
    }
}
