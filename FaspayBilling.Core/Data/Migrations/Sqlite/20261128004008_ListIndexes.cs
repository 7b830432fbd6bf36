using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FaspayBilling.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ListIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_TaxFiles_MerchantId_ReplacedAt_UploadedAt_Id",
                table: "TaxFiles");

            migrationBuilder.DropIndex(
                name: "IX_OutboxMails_MerchantId_Id",
                table: "OutboxMails");

            migrationBuilder.DropIndex(
                name: "IX_OutboxMails_MerchantId_State_Id",
                table: "OutboxMails");

            migrationBuilder.DropIndex(
                name: "IX_Customers_MerchantId_ArchivedAt_Name_Id",
                table: "Customers");

            migrationBuilder.DropIndex(
                name: "IX_CoretaxRows_MerchantId_Waits_Id",
                table: "CoretaxRows");

            migrationBuilder.AddColumn<int>(
                name: "Archived",
                table: "Customers",
                type: "INTEGER",
                nullable: false,
                computedColumnSql: "CASE WHEN \"ArchivedAt\" IS NULL THEN 0 ELSE 1 END");

            migrationBuilder.AddColumn<int>(
                name: "Unmatched",
                table: "CoretaxRows",
                type: "INTEGER",
                nullable: false,
                computedColumnSql: "CASE WHEN \"Candidates\" = '' THEN 1 ELSE 0 END");

            migrationBuilder.CreateIndex(
                name: "IX_TaxFiles_MerchantId_EmailStatus_Id",
                table: "TaxFiles",
                columns: new[] { "MerchantId", "EmailStatus", "Id" },
                filter: "\"ReplacedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_TaxFiles_MerchantId_Status_Id",
                table: "TaxFiles",
                columns: new[] { "MerchantId", "Status", "Id" },
                filter: "\"ReplacedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_TaxFiles_MerchantId_TaxNumber_Id",
                table: "TaxFiles",
                columns: new[] { "MerchantId", "TaxNumber", "Id" },
                filter: "\"ReplacedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_TaxFiles_MerchantId_UploadedAt_Id",
                table: "TaxFiles",
                columns: new[] { "MerchantId", "UploadedAt", "Id" },
                filter: "\"ReplacedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_OutboxMails_MerchantId_CreatedAt_Id",
                table: "OutboxMails",
                columns: new[] { "MerchantId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_OutboxMails_MerchantId_Kind_CreatedAt_Id",
                table: "OutboxMails",
                columns: new[] { "MerchantId", "Kind", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_OutboxMails_MerchantId_State_CreatedAt_Id",
                table: "OutboxMails",
                columns: new[] { "MerchantId", "State", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_History_MerchantId_Subject_Id",
                table: "History",
                columns: new[] { "MerchantId", "Subject", "Id" },
                filter: "\"Security\"");

            migrationBuilder.CreateIndex(
                name: "IX_Customers_MerchantId_Archived_Email_Id",
                table: "Customers",
                columns: new[] { "MerchantId", "Archived", "Email", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Customers_MerchantId_Archived_GroupId_Id",
                table: "Customers",
                columns: new[] { "MerchantId", "Archived", "GroupId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Customers_MerchantId_Archived_Name_Id",
                table: "Customers",
                columns: new[] { "MerchantId", "Archived", "Name", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Customers_MerchantId_Archived_Npwp_Id",
                table: "Customers",
                columns: new[] { "MerchantId", "Archived", "Npwp", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Customers_MerchantId_Archived_Number",
                table: "Customers",
                columns: new[] { "MerchantId", "Archived", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Customers_MerchantId_Archived_VaNumber_Id",
                table: "Customers",
                columns: new[] { "MerchantId", "Archived", "VaNumber", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_CoretaxRows_MerchantId_Unmatched_Id",
                table: "CoretaxRows",
                columns: new[] { "MerchantId", "Unmatched", "Id" },
                descending: new[] { false, false, true },
                filter: "\"Waits\"");

            migrationBuilder.CreateIndex(
                name: "IX_CallbackCalls_MerchantId_State_Id",
                table: "CallbackCalls",
                columns: new[] { "MerchantId", "State", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_TaxFiles_MerchantId_EmailStatus_Id",
                table: "TaxFiles");

            migrationBuilder.DropIndex(
                name: "IX_TaxFiles_MerchantId_Status_Id",
                table: "TaxFiles");

            migrationBuilder.DropIndex(
                name: "IX_TaxFiles_MerchantId_TaxNumber_Id",
                table: "TaxFiles");

            migrationBuilder.DropIndex(
                name: "IX_TaxFiles_MerchantId_UploadedAt_Id",
                table: "TaxFiles");

            migrationBuilder.DropIndex(
                name: "IX_OutboxMails_MerchantId_CreatedAt_Id",
                table: "OutboxMails");

            migrationBuilder.DropIndex(
                name: "IX_OutboxMails_MerchantId_Kind_CreatedAt_Id",
                table: "OutboxMails");

            migrationBuilder.DropIndex(
                name: "IX_OutboxMails_MerchantId_State_CreatedAt_Id",
                table: "OutboxMails");

            migrationBuilder.DropIndex(
                name: "IX_History_MerchantId_Subject_Id",
                table: "History");

            migrationBuilder.DropIndex(
                name: "IX_Customers_MerchantId_Archived_Email_Id",
                table: "Customers");

            migrationBuilder.DropIndex(
                name: "IX_Customers_MerchantId_Archived_GroupId_Id",
                table: "Customers");

            migrationBuilder.DropIndex(
                name: "IX_Customers_MerchantId_Archived_Name_Id",
                table: "Customers");

            migrationBuilder.DropIndex(
                name: "IX_Customers_MerchantId_Archived_Npwp_Id",
                table: "Customers");

            migrationBuilder.DropIndex(
                name: "IX_Customers_MerchantId_Archived_Number",
                table: "Customers");

            migrationBuilder.DropIndex(
                name: "IX_Customers_MerchantId_Archived_VaNumber_Id",
                table: "Customers");

            migrationBuilder.DropIndex(
                name: "IX_CoretaxRows_MerchantId_Unmatched_Id",
                table: "CoretaxRows");

            migrationBuilder.DropIndex(
                name: "IX_CallbackCalls_MerchantId_State_Id",
                table: "CallbackCalls");

            migrationBuilder.DropColumn(
                name: "Archived",
                table: "Customers");

            migrationBuilder.DropColumn(
                name: "Unmatched",
                table: "CoretaxRows");

            migrationBuilder.CreateIndex(
                name: "IX_TaxFiles_MerchantId_ReplacedAt_UploadedAt_Id",
                table: "TaxFiles",
                columns: new[] { "MerchantId", "ReplacedAt", "UploadedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_OutboxMails_MerchantId_Id",
                table: "OutboxMails",
                columns: new[] { "MerchantId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_OutboxMails_MerchantId_State_Id",
                table: "OutboxMails",
                columns: new[] { "MerchantId", "State", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Customers_MerchantId_ArchivedAt_Name_Id",
                table: "Customers",
                columns: new[] { "MerchantId", "ArchivedAt", "Name", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_CoretaxRows_MerchantId_Waits_Id",
                table: "CoretaxRows",
                columns: new[] { "MerchantId", "Waits", "Id" });
        }
    }
}
