using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FaspayBilling.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class KeptLinks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_OutboxMails_LinkUntil",
                table: "OutboxMails",
                column: "LinkUntil",
                filter: "\"PersonalLink\" <> ''");

            migrationBuilder.CreateIndex(
                name: "IX_OutboxMails_MerchantId_To",
                table: "OutboxMails",
                columns: new[] { "MerchantId", "To" },
                filter: "\"PersonalLink\" <> ''");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_OutboxMails_LinkUntil",
                table: "OutboxMails");

            migrationBuilder.DropIndex(
                name: "IX_OutboxMails_MerchantId_To",
                table: "OutboxMails");
        }
    }
}
