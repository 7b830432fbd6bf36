using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FaspayBilling.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Billing : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<string>(
                name: "TaxNumber",
                table: "TaxFiles",
                type: "TEXT",
                maxLength: 13,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldMaxLength: 13);

            migrationBuilder.AddColumn<string>(
                name: "CoretaxNumber",
                table: "TaxFiles",
                type: "TEXT",
                maxLength: 17,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "EmailedAt",
                table: "TaxFiles",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "SettlesInvoiceId",
                table: "Payments",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "UndoneAt",
                table: "Payments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "UndoneBy",
                table: "Payments",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "InvoiceId",
                table: "OutboxMails",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "TaxFileId",
                table: "OutboxMails",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AdditionalInfo",
                table: "Invoices",
                type: "TEXT",
                maxLength: 8,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "BillKey",
                table: "Invoices",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "BillingCredentialId",
                table: "Invoices",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CoretaxNumber",
                table: "Invoices",
                type: "TEXT",
                maxLength: 17,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "CoretaxReadAt",
                table: "Invoices",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CoretaxStatus",
                table: "Invoices",
                type: "TEXT",
                maxLength: 24,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Deducted",
                table: "Invoices",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "FacilityStamp",
                table: "Invoices",
                type: "TEXT",
                maxLength: 8,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Header",
                table: "Invoices",
                type: "TEXT",
                maxLength: 2000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Language",
                table: "Invoices",
                type: "TEXT",
                maxLength: 24,
                nullable: false,
                defaultValue: "English");

            migrationBuilder.AddColumn<long>(
                name: "LuxuryTaxAmount",
                table: "Invoices",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<DateTime>(
                name: "MailedAt",
                table: "Invoices",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Notes",
                table: "Invoices",
                type: "TEXT",
                maxLength: 2000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "NotesOnPdf",
                table: "Invoices",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "SettlesReference",
                table: "Invoices",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "SupportingDocument",
                table: "Invoices",
                type: "TEXT",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "SupportingDocumentMonth",
                table: "Invoices",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TransactionNumber",
                table: "Invoices",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "GoodsCode",
                table: "InvoiceLines",
                type: "TEXT",
                maxLength: 6,
                nullable: false,
                defaultValue: "000000");

            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "InvoiceLines",
                type: "TEXT",
                maxLength: 24,
                nullable: false,
                defaultValue: "Service");

            migrationBuilder.AddColumn<bool>(
                name: "Luxury",
                table: "InvoiceLines",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "LuxuryTax",
                table: "InvoiceLines",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "LuxuryTaxRate",
                table: "InvoiceLines",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "UnitCode",
                table: "InvoiceLines",
                type: "TEXT",
                maxLength: 7,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "AdditionalInfo",
                table: "Customers",
                type: "TEXT",
                maxLength: 500,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTime>(
                name: "ArchivedAt",
                table: "Customers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Country",
                table: "Customers",
                type: "TEXT",
                maxLength: 3,
                nullable: false,
                defaultValue: "IDN");

            migrationBuilder.AddColumn<string>(
                name: "Document",
                table: "Customers",
                type: "TEXT",
                maxLength: 24,
                nullable: false,
                defaultValue: "Tin");

            migrationBuilder.AddColumn<string>(
                name: "DocumentNumber",
                table: "Customers",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "GroupId",
                table: "Customers",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Nitku",
                table: "Customers",
                type: "TEXT",
                maxLength: 22,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "VaNumber",
                table: "Customers",
                type: "TEXT",
                maxLength: 10,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "CallbackUrl",
                table: "BillingSettings",
                type: "TEXT",
                maxLength: 500,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "PaymentInstructions",
                table: "BillingSettings",
                type: "TEXT",
                maxLength: 2000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "TaxChannel",
                table: "BillingSettings",
                type: "TEXT",
                maxLength: 24,
                nullable: false,
                defaultValue: "Desktop");

            migrationBuilder.CreateTable(
                name: "BillingDocuments",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    MerchantId = table.Column<long>(type: "INTEGER", nullable: false),
                    InvoiceId = table.Column<long>(type: "INTEGER", nullable: false),
                    Type = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ContentType = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    ContentId = table.Column<long>(type: "INTEGER", nullable: false),
                    Description = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithholdingNumber = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    WithholdingAmount = table.Column<long>(type: "INTEGER", nullable: false),
                    WithholdingDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Deducts = table.Column<bool>(type: "INTEGER", nullable: false),
                    ForCustomer = table.Column<bool>(type: "INTEGER", nullable: false),
                    UploadedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UploadedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    DeletedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DeletedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BillingDocuments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BillingDocuments_FileContents_ContentId",
                        column: x => x.ContentId,
                        principalTable: "FileContents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BillingDocuments_Invoices_InvoiceId",
                        column: x => x.InvoiceId,
                        principalTable: "Invoices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CallbackCalls",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    MerchantId = table.Column<long>(type: "INTEGER", nullable: false),
                    InvoiceId = table.Column<long>(type: "INTEGER", nullable: false),
                    PaymentId = table.Column<long>(type: "INTEGER", nullable: false),
                    Url = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Body = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    NextTryAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LeasedUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DeliveredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LastError = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CallbackCalls", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CallbackCalls_Invoices_InvoiceId",
                        column: x => x.InvoiceId,
                        principalTable: "Invoices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CallbackCalls_Payments_PaymentId",
                        column: x => x.PaymentId,
                        principalTable: "Payments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CoretaxRows",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    MerchantId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 17, nullable: false),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    BuyerName = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    BuyerId = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    TaxBase = table.Column<long>(type: "INTEGER", nullable: false),
                    Vat = table.Column<long>(type: "INTEGER", nullable: false),
                    InvoiceId = table.Column<long>(type: "INTEGER", nullable: true),
                    ReadAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CoretaxRows", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CoretaxRows_Invoices_InvoiceId",
                        column: x => x.InvoiceId,
                        principalTable: "Invoices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CustomerGroups",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    MerchantId = table.Column<long>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CustomerGroups", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MailAttachments",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    MailId = table.Column<long>(type: "INTEGER", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ContentType = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ContentId = table.Column<long>(type: "INTEGER", nullable: true),
                    InvoiceId = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MailAttachments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MailAttachments_FileContents_ContentId",
                        column: x => x.ContentId,
                        principalTable: "FileContents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MailAttachments_Invoices_InvoiceId",
                        column: x => x.InvoiceId,
                        principalTable: "Invoices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MailAttachments_OutboxMails_MailId",
                        column: x => x.MailId,
                        principalTable: "OutboxMails",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "TaxExports",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    MerchantId = table.Column<long>(type: "INTEGER", nullable: false),
                    Channel = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ContentId = table.Column<long>(type: "INTEGER", nullable: false),
                    Invoices = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TaxExports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TaxExports_FileContents_ContentId",
                        column: x => x.ContentId,
                        principalTable: "FileContents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "UnmatchedFiles",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    MerchantId = table.Column<long>(type: "INTEGER", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 260, nullable: false),
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    ContentId = table.Column<long>(type: "INTEGER", nullable: false),
                    CoretaxNumber = table.Column<string>(type: "TEXT", maxLength: 17, nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    UploadedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UploadedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    SettledAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SettledBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UnmatchedFiles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_UnmatchedFiles_FileContents_ContentId",
                        column: x => x.ContentId,
                        principalTable: "FileContents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ExportedInvoices",
                columns: table => new
                {
                    ExportId = table.Column<long>(type: "INTEGER", nullable: false),
                    InvoiceId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExportedInvoices", x => new { x.ExportId, x.InvoiceId });
                    table.ForeignKey(
                        name: "FK_ExportedInvoices_Invoices_InvoiceId",
                        column: x => x.InvoiceId,
                        principalTable: "Invoices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ExportedInvoices_TaxExports_ExportId",
                        column: x => x.ExportId,
                        principalTable: "TaxExports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_TaxFiles_MerchantId_CoretaxNumber",
                table: "TaxFiles",
                columns: new[] { "MerchantId", "CoretaxNumber" },
                unique: true,
                filter: "\"ReplacedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Payments_SettlesInvoiceId",
                table: "Payments",
                column: "SettlesInvoiceId");

            migrationBuilder.CreateIndex(
                name: "IX_OutboxMails_InvoiceId",
                table: "OutboxMails",
                column: "InvoiceId");

            migrationBuilder.CreateIndex(
                name: "IX_OutboxMails_MerchantId_State_Id",
                table: "OutboxMails",
                columns: new[] { "MerchantId", "State", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_OutboxMails_TaxFileId",
                table: "OutboxMails",
                column: "TaxFileId");

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_BillingCredentialId",
                table: "Invoices",
                column: "BillingCredentialId");

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_BillKey",
                table: "Invoices",
                column: "BillKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_MerchantId_CoretaxNumber",
                table: "Invoices",
                columns: new[] { "MerchantId", "CoretaxNumber" });

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_MerchantId_TransactionNumber",
                table: "Invoices",
                columns: new[] { "MerchantId", "TransactionNumber" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Customers_GroupId",
                table: "Customers",
                column: "GroupId");

            migrationBuilder.CreateIndex(
                name: "IX_Customers_MerchantId_ArchivedAt_Name_Id",
                table: "Customers",
                columns: new[] { "MerchantId", "ArchivedAt", "Name", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Customers_MerchantId_VaNumber",
                table: "Customers",
                columns: new[] { "MerchantId", "VaNumber" },
                unique: true,
                filter: "\"VaNumber\" <> ''");

            migrationBuilder.CreateIndex(
                name: "IX_BillingDocuments_ContentId",
                table: "BillingDocuments",
                column: "ContentId");

            migrationBuilder.CreateIndex(
                name: "IX_BillingDocuments_InvoiceId_DeletedAt",
                table: "BillingDocuments",
                columns: new[] { "InvoiceId", "DeletedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_CallbackCalls_InvoiceId",
                table: "CallbackCalls",
                column: "InvoiceId");

            migrationBuilder.CreateIndex(
                name: "IX_CallbackCalls_MerchantId_Id",
                table: "CallbackCalls",
                columns: new[] { "MerchantId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_CallbackCalls_PaymentId",
                table: "CallbackCalls",
                column: "PaymentId");

            migrationBuilder.CreateIndex(
                name: "IX_CallbackCalls_State_NextTryAt",
                table: "CallbackCalls",
                columns: new[] { "State", "NextTryAt" });

            migrationBuilder.CreateIndex(
                name: "IX_CoretaxRows_InvoiceId",
                table: "CoretaxRows",
                column: "InvoiceId");

            migrationBuilder.CreateIndex(
                name: "IX_CoretaxRows_MerchantId_InvoiceId_Id",
                table: "CoretaxRows",
                columns: new[] { "MerchantId", "InvoiceId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_CoretaxRows_MerchantId_Number",
                table: "CoretaxRows",
                columns: new[] { "MerchantId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CustomerGroups_MerchantId_Name",
                table: "CustomerGroups",
                columns: new[] { "MerchantId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ExportedInvoices_InvoiceId",
                table: "ExportedInvoices",
                column: "InvoiceId");

            migrationBuilder.CreateIndex(
                name: "IX_MailAttachments_ContentId",
                table: "MailAttachments",
                column: "ContentId");

            migrationBuilder.CreateIndex(
                name: "IX_MailAttachments_InvoiceId",
                table: "MailAttachments",
                column: "InvoiceId");

            migrationBuilder.CreateIndex(
                name: "IX_MailAttachments_MailId",
                table: "MailAttachments",
                column: "MailId");

            migrationBuilder.CreateIndex(
                name: "IX_TaxExports_ContentId",
                table: "TaxExports",
                column: "ContentId");

            migrationBuilder.CreateIndex(
                name: "IX_TaxExports_MerchantId_At_Id",
                table: "TaxExports",
                columns: new[] { "MerchantId", "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_UnmatchedFiles_ContentId",
                table: "UnmatchedFiles",
                column: "ContentId");

            migrationBuilder.CreateIndex(
                name: "IX_UnmatchedFiles_MerchantId_SettledAt_Id",
                table: "UnmatchedFiles",
                columns: new[] { "MerchantId", "SettledAt", "Id" });

            migrationBuilder.AddForeignKey(
                name: "FK_Customers_CustomerGroups_GroupId",
                table: "Customers",
                column: "GroupId",
                principalTable: "CustomerGroups",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Invoices_BillingCredentials_BillingCredentialId",
                table: "Invoices",
                column: "BillingCredentialId",
                principalTable: "BillingCredentials",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_OutboxMails_Invoices_InvoiceId",
                table: "OutboxMails",
                column: "InvoiceId",
                principalTable: "Invoices",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_OutboxMails_TaxFiles_TaxFileId",
                table: "OutboxMails",
                column: "TaxFileId",
                principalTable: "TaxFiles",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Payments_Invoices_SettlesInvoiceId",
                table: "Payments",
                column: "SettlesInvoiceId",
                principalTable: "Invoices",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Customers_CustomerGroups_GroupId",
                table: "Customers");

            migrationBuilder.DropForeignKey(
                name: "FK_Invoices_BillingCredentials_BillingCredentialId",
                table: "Invoices");

            migrationBuilder.DropForeignKey(
                name: "FK_OutboxMails_Invoices_InvoiceId",
                table: "OutboxMails");

            migrationBuilder.DropForeignKey(
                name: "FK_OutboxMails_TaxFiles_TaxFileId",
                table: "OutboxMails");

            migrationBuilder.DropForeignKey(
                name: "FK_Payments_Invoices_SettlesInvoiceId",
                table: "Payments");

            migrationBuilder.DropTable(
                name: "BillingDocuments");

            migrationBuilder.DropTable(
                name: "CallbackCalls");

            migrationBuilder.DropTable(
                name: "CoretaxRows");

            migrationBuilder.DropTable(
                name: "CustomerGroups");

            migrationBuilder.DropTable(
                name: "ExportedInvoices");

            migrationBuilder.DropTable(
                name: "MailAttachments");

            migrationBuilder.DropTable(
                name: "UnmatchedFiles");

            migrationBuilder.DropTable(
                name: "TaxExports");

            migrationBuilder.DropIndex(
                name: "IX_TaxFiles_MerchantId_CoretaxNumber",
                table: "TaxFiles");

            migrationBuilder.DropIndex(
                name: "IX_Payments_SettlesInvoiceId",
                table: "Payments");

            migrationBuilder.DropIndex(
                name: "IX_OutboxMails_InvoiceId",
                table: "OutboxMails");

            migrationBuilder.DropIndex(
                name: "IX_OutboxMails_MerchantId_State_Id",
                table: "OutboxMails");

            migrationBuilder.DropIndex(
                name: "IX_OutboxMails_TaxFileId",
                table: "OutboxMails");

            migrationBuilder.DropIndex(
                name: "IX_Invoices_BillingCredentialId",
                table: "Invoices");

            migrationBuilder.DropIndex(
                name: "IX_Invoices_BillKey",
                table: "Invoices");

            migrationBuilder.DropIndex(
                name: "IX_Invoices_MerchantId_CoretaxNumber",
                table: "Invoices");

            migrationBuilder.DropIndex(
                name: "IX_Invoices_MerchantId_TransactionNumber",
                table: "Invoices");

            migrationBuilder.DropIndex(
                name: "IX_Customers_GroupId",
                table: "Customers");

            migrationBuilder.DropIndex(
                name: "IX_Customers_MerchantId_ArchivedAt_Name_Id",
                table: "Customers");

            migrationBuilder.DropIndex(
                name: "IX_Customers_MerchantId_VaNumber",
                table: "Customers");

            migrationBuilder.DropColumn(
                name: "CoretaxNumber",
                table: "TaxFiles");

            migrationBuilder.DropColumn(
                name: "EmailedAt",
                table: "TaxFiles");

            migrationBuilder.DropColumn(
                name: "SettlesInvoiceId",
                table: "Payments");

            migrationBuilder.DropColumn(
                name: "UndoneAt",
                table: "Payments");

            migrationBuilder.DropColumn(
                name: "UndoneBy",
                table: "Payments");

            migrationBuilder.DropColumn(
                name: "InvoiceId",
                table: "OutboxMails");

            migrationBuilder.DropColumn(
                name: "TaxFileId",
                table: "OutboxMails");

            migrationBuilder.DropColumn(
                name: "AdditionalInfo",
                table: "Invoices");

            migrationBuilder.DropColumn(
                name: "BillKey",
                table: "Invoices");

            migrationBuilder.DropColumn(
                name: "BillingCredentialId",
                table: "Invoices");

            migrationBuilder.DropColumn(
                name: "CoretaxNumber",
                table: "Invoices");

            migrationBuilder.DropColumn(
                name: "CoretaxReadAt",
                table: "Invoices");

            migrationBuilder.DropColumn(
                name: "CoretaxStatus",
                table: "Invoices");

            migrationBuilder.DropColumn(
                name: "Deducted",
                table: "Invoices");

            migrationBuilder.DropColumn(
                name: "FacilityStamp",
                table: "Invoices");

            migrationBuilder.DropColumn(
                name: "Header",
                table: "Invoices");

            migrationBuilder.DropColumn(
                name: "Language",
                table: "Invoices");

            migrationBuilder.DropColumn(
                name: "LuxuryTaxAmount",
                table: "Invoices");

            migrationBuilder.DropColumn(
                name: "MailedAt",
                table: "Invoices");

            migrationBuilder.DropColumn(
                name: "Notes",
                table: "Invoices");

            migrationBuilder.DropColumn(
                name: "NotesOnPdf",
                table: "Invoices");

            migrationBuilder.DropColumn(
                name: "SettlesReference",
                table: "Invoices");

            migrationBuilder.DropColumn(
                name: "SupportingDocument",
                table: "Invoices");

            migrationBuilder.DropColumn(
                name: "SupportingDocumentMonth",
                table: "Invoices");

            migrationBuilder.DropColumn(
                name: "TransactionNumber",
                table: "Invoices");

            migrationBuilder.DropColumn(
                name: "GoodsCode",
                table: "InvoiceLines");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "InvoiceLines");

            migrationBuilder.DropColumn(
                name: "Luxury",
                table: "InvoiceLines");

            migrationBuilder.DropColumn(
                name: "LuxuryTax",
                table: "InvoiceLines");

            migrationBuilder.DropColumn(
                name: "LuxuryTaxRate",
                table: "InvoiceLines");

            migrationBuilder.DropColumn(
                name: "UnitCode",
                table: "InvoiceLines");

            migrationBuilder.DropColumn(
                name: "AdditionalInfo",
                table: "Customers");

            migrationBuilder.DropColumn(
                name: "ArchivedAt",
                table: "Customers");

            migrationBuilder.DropColumn(
                name: "Country",
                table: "Customers");

            migrationBuilder.DropColumn(
                name: "Document",
                table: "Customers");

            migrationBuilder.DropColumn(
                name: "DocumentNumber",
                table: "Customers");

            migrationBuilder.DropColumn(
                name: "GroupId",
                table: "Customers");

            migrationBuilder.DropColumn(
                name: "Nitku",
                table: "Customers");

            migrationBuilder.DropColumn(
                name: "VaNumber",
                table: "Customers");

            migrationBuilder.DropColumn(
                name: "CallbackUrl",
                table: "BillingSettings");

            migrationBuilder.DropColumn(
                name: "PaymentInstructions",
                table: "BillingSettings");

            migrationBuilder.DropColumn(
                name: "TaxChannel",
                table: "BillingSettings");

            migrationBuilder.AlterColumn<string>(
                name: "TaxNumber",
                table: "TaxFiles",
                type: "TEXT",
                maxLength: 13,
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldMaxLength: 13,
                oldNullable: true);
        }
    }
}
