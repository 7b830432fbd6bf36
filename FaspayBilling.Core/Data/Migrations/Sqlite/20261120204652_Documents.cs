using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace FaspayBilling.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Documents : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "CounterpartyMerchantId",
                table: "Invoices",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "DocumentRejectDeadline",
                table: "Invoices",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DocumentType",
                table: "Invoices",
                type: "TEXT",
                maxLength: 24,
                nullable: false,
                defaultValue: "Invoice");

            migrationBuilder.AddColumn<string>(
                name: "RejectReason",
                table: "Invoices",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "RejectRequestedAt",
                table: "Invoices",
                type: "TEXT",
                nullable: true);

            // Issued before there were rejections: both windows are 72 hours.
            migrationBuilder.Sql("""UPDATE "Invoices" SET "DocumentRejectDeadline" = "DocumentCancelDeadline";""");

            migrationBuilder.CreateTable(
                name: "ApiClients",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    MerchantId = table.Column<long>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ClientId = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    SecretHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    RevokedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApiClients", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ApiClients_Merchants_MerchantId",
                        column: x => x.MerchantId,
                        principalTable: "Merchants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "BillingCredentials",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    MerchantId = table.Column<long>(type: "INTEGER", nullable: false),
                    Username = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ProtectedPassword = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    SignatureHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    RevokedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BillingCredentials", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BillingCredentials_Merchants_MerchantId",
                        column: x => x.MerchantId,
                        principalTable: "Merchants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DocumentNotices",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    MerchantId = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    DocumentId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DocumentNotices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DocumentNotices_Merchants_MerchantId",
                        column: x => x.MerchantId,
                        principalTable: "Merchants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "InstallationSecrets",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ProtectedValue = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InstallationSecrets", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "WorkflowParameters",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    DocumentType = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    Parameter = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    Value = table.Column<int>(type: "INTEGER", nullable: false),
                    ActiveFrom = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ActiveTo = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WorkflowParameters", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "IdempotentAnswers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ApiClientId = table.Column<long>(type: "INTEGER", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    RequestHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    Body = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdempotentAnswers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_IdempotentAnswers_ApiClients_ApiClientId",
                        column: x => x.ApiClientId,
                        principalTable: "ApiClients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Representations",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    MerchantId = table.Column<long>(type: "INTEGER", nullable: false),
                    ApiClientId = table.Column<long>(type: "INTEGER", nullable: false),
                    MayView = table.Column<bool>(type: "INTEGER", nullable: false),
                    MayCancel = table.Column<bool>(type: "INTEGER", nullable: false),
                    MayReject = table.Column<bool>(type: "INTEGER", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    GrantedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    GrantedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    RevokedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Representations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Representations_ApiClients_ApiClientId",
                        column: x => x.ApiClientId,
                        principalTable: "ApiClients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Representations_Merchants_MerchantId",
                        column: x => x.MerchantId,
                        principalTable: "Merchants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.InsertData(
                table: "WorkflowParameters",
                columns: new[] { "Id", "ActiveFrom", "ActiveTo", "DocumentType", "Parameter", "Value" },
                values: new object[,]
                {
                    { 11L, new DateTime(2020, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), null, "Invoice", "Submission", 72 },
                    { 12L, new DateTime(2020, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), null, "Invoice", "Cancellation", 72 },
                    { 13L, new DateTime(2020, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), null, "Invoice", "Rejection", 72 },
                    { 21L, new DateTime(2020, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), null, "CreditNote", "Submission", 72 },
                    { 22L, new DateTime(2020, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), null, "CreditNote", "Cancellation", 72 },
                    { 23L, new DateTime(2020, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), null, "CreditNote", "Rejection", 72 },
                    { 31L, new DateTime(2020, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), null, "DebitNote", "Submission", 72 },
                    { 32L, new DateTime(2020, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), null, "DebitNote", "Cancellation", 72 },
                    { 33L, new DateTime(2020, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), null, "DebitNote", "Rejection", 72 },
                    { 41L, new DateTime(2020, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), null, "RefundNote", "Submission", 72 },
                    { 42L, new DateTime(2020, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), null, "RefundNote", "Cancellation", 72 },
                    { 43L, new DateTime(2020, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), null, "RefundNote", "Rejection", 72 },
                    { 111L, new DateTime(2020, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), null, "SelfBilledInvoice", "Submission", 72 },
                    { 112L, new DateTime(2020, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), null, "SelfBilledInvoice", "Cancellation", 72 },
                    { 113L, new DateTime(2020, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), null, "SelfBilledInvoice", "Rejection", 72 },
                    { 121L, new DateTime(2020, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), null, "SelfBilledCreditNote", "Submission", 72 },
                    { 122L, new DateTime(2020, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), null, "SelfBilledCreditNote", "Cancellation", 72 },
                    { 123L, new DateTime(2020, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), null, "SelfBilledCreditNote", "Rejection", 72 },
                    { 131L, new DateTime(2020, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), null, "SelfBilledDebitNote", "Submission", 72 },
                    { 132L, new DateTime(2020, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), null, "SelfBilledDebitNote", "Cancellation", 72 },
                    { 133L, new DateTime(2020, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), null, "SelfBilledDebitNote", "Rejection", 72 },
                    { 141L, new DateTime(2020, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), null, "SelfBilledRefundNote", "Submission", 72 },
                    { 142L, new DateTime(2020, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), null, "SelfBilledRefundNote", "Cancellation", 72 },
                    { 143L, new DateTime(2020, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), null, "SelfBilledRefundNote", "Rejection", 72 }
                });

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_CounterpartyMerchantId_IssuedAt",
                table: "Invoices",
                columns: new[] { "CounterpartyMerchantId", "IssuedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_MerchantId_IssuedAt",
                table: "Invoices",
                columns: new[] { "MerchantId", "IssuedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ApiClients_ClientId",
                table: "ApiClients",
                column: "ClientId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ApiClients_MerchantId",
                table: "ApiClients",
                column: "MerchantId");

            migrationBuilder.CreateIndex(
                name: "IX_BillingCredentials_MerchantId",
                table: "BillingCredentials",
                column: "MerchantId");

            migrationBuilder.CreateIndex(
                name: "IX_BillingCredentials_SignatureHash",
                table: "BillingCredentials",
                column: "SignatureHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_BillingCredentials_Username",
                table: "BillingCredentials",
                column: "Username",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DocumentNotices_MerchantId_At_Id",
                table: "DocumentNotices",
                columns: new[] { "MerchantId", "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_IdempotentAnswers_ApiClientId_Key",
                table: "IdempotentAnswers",
                columns: new[] { "ApiClientId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_IdempotentAnswers_At",
                table: "IdempotentAnswers",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_InstallationSecrets_Name",
                table: "InstallationSecrets",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Representations_ApiClientId_MerchantId",
                table: "Representations",
                columns: new[] { "ApiClientId", "MerchantId" });

            migrationBuilder.CreateIndex(
                name: "IX_Representations_MerchantId",
                table: "Representations",
                column: "MerchantId");

            migrationBuilder.CreateIndex(
                name: "IX_WorkflowParameters_DocumentType_Parameter_ActiveFrom",
                table: "WorkflowParameters",
                columns: new[] { "DocumentType", "Parameter", "ActiveFrom" },
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_Invoices_Merchants_CounterpartyMerchantId",
                table: "Invoices",
                column: "CounterpartyMerchantId",
                principalTable: "Merchants",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Invoices_Merchants_CounterpartyMerchantId",
                table: "Invoices");

            migrationBuilder.DropTable(
                name: "BillingCredentials");

            migrationBuilder.DropTable(
                name: "DocumentNotices");

            migrationBuilder.DropTable(
                name: "IdempotentAnswers");

            migrationBuilder.DropTable(
                name: "InstallationSecrets");

            migrationBuilder.DropTable(
                name: "Representations");

            migrationBuilder.DropTable(
                name: "WorkflowParameters");

            migrationBuilder.DropTable(
                name: "ApiClients");

            migrationBuilder.DropIndex(
                name: "IX_Invoices_CounterpartyMerchantId_IssuedAt",
                table: "Invoices");

            migrationBuilder.DropIndex(
                name: "IX_Invoices_MerchantId_IssuedAt",
                table: "Invoices");

            migrationBuilder.DropColumn(
                name: "CounterpartyMerchantId",
                table: "Invoices");

            migrationBuilder.DropColumn(
                name: "DocumentRejectDeadline",
                table: "Invoices");

            migrationBuilder.DropColumn(
                name: "DocumentType",
                table: "Invoices");

            migrationBuilder.DropColumn(
                name: "RejectReason",
                table: "Invoices");

            migrationBuilder.DropColumn(
                name: "RejectRequestedAt",
                table: "Invoices");
        }
    }
}
