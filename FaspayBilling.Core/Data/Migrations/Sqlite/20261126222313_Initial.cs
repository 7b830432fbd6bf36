using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace FaspayBilling.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "CompletedWork",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Scope = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    RequestHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CompletedWork", x => x.Id);
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
                name: "DataProtectionKeys",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Xml = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataProtectionKeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "FileContents",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Bytes = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FileContents", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "History",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    MerchantId = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UserId = table.Column<long>(type: "INTEGER", nullable: true),
                    Who = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    SubjectId = table.Column<long>(type: "INTEGER", nullable: true),
                    Action = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Arguments = table.Column<string>(type: "TEXT", nullable: false),
                    RefusalCode = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_History", x => x.Id);
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
                name: "Merchants",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    Npwp = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Nitku = table.Column<string>(type: "TEXT", maxLength: 22, nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    Logo = table.Column<string>(type: "TEXT", maxLength: 1500000, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Merchants", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SetupLinks",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SecretHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UsedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SetupLinks", x => x.Id);
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
                name: "BillingSettings",
                columns: table => new
                {
                    MerchantId = table.Column<long>(type: "INTEGER", nullable: false),
                    EFakturModule = table.Column<bool>(type: "INTEGER", nullable: false),
                    WithholdingTax = table.Column<bool>(type: "INTEGER", nullable: false),
                    NotificationAddresses = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: false),
                    CancellationWindowHours = table.Column<int>(type: "INTEGER", nullable: true),
                    TaxChannel = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    PaymentInstructions = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    CallbackUrl = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BillingSettings", x => x.MerchantId);
                    table.ForeignKey(
                        name: "FK_BillingSettings_Merchants_MerchantId",
                        column: x => x.MerchantId,
                        principalTable: "Merchants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Customers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    MerchantId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    Phone = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Npwp = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Document = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    DocumentNumber = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Country = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    Nitku = table.Column<string>(type: "TEXT", maxLength: 22, nullable: false),
                    NpwpName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    NpwpAddress = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    TaxableCompany = table.Column<bool>(type: "INTEGER", nullable: false),
                    TransactionCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: true),
                    VaNumber = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    AdditionalInfo = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    GroupId = table.Column<long>(type: "INTEGER", nullable: true),
                    ArchivedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Customers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Customers_CustomerGroups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "CustomerGroups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Customers_Merchants_MerchantId",
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
                name: "Invitations",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    MerchantId = table.Column<long>(type: "INTEGER", nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    SecretHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    InvitedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UsedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Invitations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Invitations_Merchants_MerchantId",
                        column: x => x.MerchantId,
                        principalTable: "Merchants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "InvoiceCounters",
                columns: table => new
                {
                    MerchantId = table.Column<long>(type: "INTEGER", nullable: false),
                    Month = table.Column<int>(type: "INTEGER", nullable: false),
                    Last = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InvoiceCounters", x => new { x.MerchantId, x.Month });
                    table.ForeignKey(
                        name: "FK_InvoiceCounters_Merchants_MerchantId",
                        column: x => x.MerchantId,
                        principalTable: "Merchants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TaxNumberRanges",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    MerchantId = table.Column<long>(type: "INTEGER", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Start = table.Column<string>(type: "TEXT", maxLength: 13, nullable: false),
                    End = table.Column<string>(type: "TEXT", maxLength: 13, nullable: false),
                    FirstUsedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TaxNumberRanges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TaxNumberRanges_Merchants_MerchantId",
                        column: x => x.MerchantId,
                        principalTable: "Merchants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Thresholds",
                columns: table => new
                {
                    MerchantId = table.Column<long>(type: "INTEGER", nullable: false),
                    Limit = table.Column<int>(type: "INTEGER", nullable: false),
                    Active = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Thresholds", x => x.MerchantId);
                    table.ForeignKey(
                        name: "FK_Thresholds_Merchants_MerchantId",
                        column: x => x.MerchantId,
                        principalTable: "Merchants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ThresholdStates",
                columns: table => new
                {
                    MerchantId = table.Column<long>(type: "INTEGER", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Notified = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ThresholdStates", x => new { x.MerchantId, x.Year });
                    table.ForeignKey(
                        name: "FK_ThresholdStates_Merchants_MerchantId",
                        column: x => x.MerchantId,
                        principalTable: "Merchants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Users",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    MerchantId = table.Column<long>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    LockedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    UserName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    Email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    PasswordHash = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    SecurityStamp = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    PhoneNumber = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    LockoutEnd = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Users", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Users_Merchants_MerchantId",
                        column: x => x.MerchantId,
                        principalTable: "Merchants",
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

            migrationBuilder.CreateTable(
                name: "Invoices",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    MerchantId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CustomerId = table.Column<long>(type: "INTEGER", nullable: false),
                    CustomerName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CustomerNpwp = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    Header = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Notes = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    NotesOnPdf = table.Column<bool>(type: "INTEGER", nullable: false),
                    InvoiceDate = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Due = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    InvoiceTax = table.Column<bool>(type: "INTEGER", nullable: false),
                    TransactionCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: true),
                    AdditionalInfo = table.Column<string>(type: "TEXT", maxLength: 8, nullable: true),
                    FacilityStamp = table.Column<string>(type: "TEXT", maxLength: 8, nullable: true),
                    SupportingDocument = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    SupportingDocumentMonth = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    TaxNumber = table.Column<string>(type: "TEXT", maxLength: 13, nullable: true),
                    ExportedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ExportedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    TaxApproval = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    CoretaxNumber = table.Column<string>(type: "TEXT", maxLength: 17, nullable: true),
                    CoretaxStatus = table.Column<string>(type: "TEXT", maxLength: 24, nullable: true),
                    CoretaxReadAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    TaxBase = table.Column<long>(type: "INTEGER", nullable: false),
                    VatAmount = table.Column<long>(type: "INTEGER", nullable: false),
                    Total = table.Column<long>(type: "INTEGER", nullable: false),
                    LuxuryTaxAmount = table.Column<long>(type: "INTEGER", nullable: false),
                    Paid = table.Column<long>(type: "INTEGER", nullable: false),
                    Deducted = table.Column<long>(type: "INTEGER", nullable: false),
                    Outstanding = table.Column<long>(type: "INTEGER", nullable: false),
                    IssuedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DocumentId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: true),
                    CancelDeadline = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DocumentCancelDeadline = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CancelledAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CancelReason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    DocumentType = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    CounterpartyMerchantId = table.Column<long>(type: "INTEGER", nullable: true),
                    RejectRequestedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RejectReason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    DocumentRejectDeadline = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RefersToId = table.Column<long>(type: "INTEGER", nullable: true),
                    SettlesReference = table.Column<bool>(type: "INTEGER", nullable: false),
                    BillKey = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    MailedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    TransactionNumber = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    TransactionHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    BillingCredentialId = table.Column<long>(type: "INTEGER", nullable: true),
                    DeletedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Invoices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Invoices_BillingCredentials_BillingCredentialId",
                        column: x => x.BillingCredentialId,
                        principalTable: "BillingCredentials",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Invoices_Customers_CustomerId",
                        column: x => x.CustomerId,
                        principalTable: "Customers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Invoices_Invoices_RefersToId",
                        column: x => x.RefersToId,
                        principalTable: "Invoices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Invoices_Merchants_CounterpartyMerchantId",
                        column: x => x.CounterpartyMerchantId,
                        principalTable: "Merchants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Invoices_Merchants_MerchantId",
                        column: x => x.MerchantId,
                        principalTable: "Merchants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FreeNumbers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    MerchantId = table.Column<long>(type: "INTEGER", nullable: false),
                    RangeId = table.Column<long>(type: "INTEGER", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    First = table.Column<long>(type: "INTEGER", nullable: false),
                    Last = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FreeNumbers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FreeNumbers_TaxNumberRanges_RangeId",
                        column: x => x.RangeId,
                        principalTable: "TaxNumberRanges",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "UserClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    UserId = table.Column<long>(type: "INTEGER", nullable: false),
                    ClaimType = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    ClaimValue = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UserClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_UserClaims_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "UserLogins",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    ProviderKey = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    UserId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UserLogins", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_UserLogins_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "UserTokens",
                columns: table => new
                {
                    UserId = table.Column<long>(type: "INTEGER", nullable: false),
                    LoginProvider = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    Value = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UserTokens", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_UserTokens_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

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

            migrationBuilder.CreateTable(
                name: "InvoiceLines",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    InvoiceId = table.Column<long>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Quantity = table.Column<long>(type: "INTEGER", nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    UnitCode = table.Column<string>(type: "TEXT", maxLength: 7, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    GoodsCode = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    Luxury = table.Column<bool>(type: "INTEGER", nullable: false),
                    LuxuryTaxRate = table.Column<long>(type: "INTEGER", nullable: false),
                    Price = table.Column<long>(type: "INTEGER", nullable: false),
                    Discount = table.Column<long>(type: "INTEGER", nullable: false),
                    TaxBase = table.Column<long>(type: "INTEGER", nullable: false),
                    OtherTaxBase = table.Column<long>(type: "INTEGER", nullable: false),
                    Vat = table.Column<long>(type: "INTEGER", nullable: false),
                    LuxuryTax = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InvoiceLines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_InvoiceLines_Invoices_InvoiceId",
                        column: x => x.InvoiceId,
                        principalTable: "Invoices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Payments",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    InvoiceId = table.Column<long>(type: "INTEGER", nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Method = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    RecordedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SettlesInvoiceId = table.Column<long>(type: "INTEGER", nullable: true),
                    UndoneAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    UndoneBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Payments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Payments_Invoices_InvoiceId",
                        column: x => x.InvoiceId,
                        principalTable: "Invoices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Payments_Invoices_SettlesInvoiceId",
                        column: x => x.SettlesInvoiceId,
                        principalTable: "Invoices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TaxFiles",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    MerchantId = table.Column<long>(type: "INTEGER", nullable: false),
                    InvoiceId = table.Column<long>(type: "INTEGER", nullable: false),
                    TaxNumber = table.Column<string>(type: "TEXT", maxLength: 13, nullable: true),
                    CoretaxNumber = table.Column<string>(type: "TEXT", maxLength: 17, nullable: true),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    ContentId = table.Column<long>(type: "INTEGER", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    EmailStatus = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    EmailReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    EmailedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    UploadedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UploadedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ReplacedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TaxFiles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TaxFiles_FileContents_ContentId",
                        column: x => x.ContentId,
                        principalTable: "FileContents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TaxFiles_Invoices_InvoiceId",
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
                name: "OutboxMails",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    MerchantId = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    To = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 100000, nullable: false),
                    Html = table.Column<string>(type: "TEXT", maxLength: 200000, nullable: false),
                    MessageId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    InvoiceId = table.Column<long>(type: "INTEGER", nullable: true),
                    TaxFileId = table.Column<long>(type: "INTEGER", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    NextTryAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LeasedUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SentAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LastError = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutboxMails", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OutboxMails_Invoices_InvoiceId",
                        column: x => x.InvoiceId,
                        principalTable: "Invoices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OutboxMails_TaxFiles_TaxFileId",
                        column: x => x.TaxFileId,
                        principalTable: "TaxFiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
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
                name: "IX_CompletedWork_At",
                table: "CompletedWork",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_CompletedWork_Scope_Key",
                table: "CompletedWork",
                columns: new[] { "Scope", "Key" },
                unique: true);

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
                name: "IX_Customers_GroupId",
                table: "Customers",
                column: "GroupId");

            migrationBuilder.CreateIndex(
                name: "IX_Customers_MerchantId_ArchivedAt_Name_Id",
                table: "Customers",
                columns: new[] { "MerchantId", "ArchivedAt", "Name", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Customers_MerchantId_Number",
                table: "Customers",
                columns: new[] { "MerchantId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Customers_MerchantId_VaNumber",
                table: "Customers",
                columns: new[] { "MerchantId", "VaNumber" },
                unique: true,
                filter: "\"VaNumber\" <> ''");

            migrationBuilder.CreateIndex(
                name: "IX_DocumentNotices_MerchantId_At_Id",
                table: "DocumentNotices",
                columns: new[] { "MerchantId", "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ExportedInvoices_InvoiceId",
                table: "ExportedInvoices",
                column: "InvoiceId");

            migrationBuilder.CreateIndex(
                name: "IX_FreeNumbers_MerchantId_Year_First_Last",
                table: "FreeNumbers",
                columns: new[] { "MerchantId", "Year", "First", "Last" });

            migrationBuilder.CreateIndex(
                name: "IX_FreeNumbers_RangeId_First_Last",
                table: "FreeNumbers",
                columns: new[] { "RangeId", "First", "Last" });

            migrationBuilder.CreateIndex(
                name: "IX_History_MerchantId_Subject_SubjectId_Id",
                table: "History",
                columns: new[] { "MerchantId", "Subject", "SubjectId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_InstallationSecrets_Name",
                table: "InstallationSecrets",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Invitations_MerchantId",
                table: "Invitations",
                column: "MerchantId");

            migrationBuilder.CreateIndex(
                name: "IX_Invitations_SecretHash",
                table: "Invitations",
                column: "SecretHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_InvoiceLines_InvoiceId",
                table: "InvoiceLines",
                column: "InvoiceId");

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
                name: "IX_Invoices_CounterpartyMerchantId_IssuedAt",
                table: "Invoices",
                columns: new[] { "CounterpartyMerchantId", "IssuedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_CustomerId",
                table: "Invoices",
                column: "CustomerId");

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_DocumentId",
                table: "Invoices",
                column: "DocumentId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_MerchantId_CoretaxNumber",
                table: "Invoices",
                columns: new[] { "MerchantId", "CoretaxNumber" });

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_MerchantId_DeletedAt_CustomerName_Id",
                table: "Invoices",
                columns: new[] { "MerchantId", "DeletedAt", "CustomerName", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_MerchantId_DeletedAt_Due_Id",
                table: "Invoices",
                columns: new[] { "MerchantId", "DeletedAt", "Due", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_MerchantId_DeletedAt_InvoiceDate_Id",
                table: "Invoices",
                columns: new[] { "MerchantId", "DeletedAt", "InvoiceDate", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_MerchantId_DeletedAt_Outstanding_Id",
                table: "Invoices",
                columns: new[] { "MerchantId", "DeletedAt", "Outstanding", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_MerchantId_DeletedAt_Status_InvoiceDate_Id",
                table: "Invoices",
                columns: new[] { "MerchantId", "DeletedAt", "Status", "InvoiceDate", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_MerchantId_DeletedAt_Total_Id",
                table: "Invoices",
                columns: new[] { "MerchantId", "DeletedAt", "Total", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_MerchantId_IssuedAt",
                table: "Invoices",
                columns: new[] { "MerchantId", "IssuedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_MerchantId_Number",
                table: "Invoices",
                columns: new[] { "MerchantId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_MerchantId_TaxNumber",
                table: "Invoices",
                columns: new[] { "MerchantId", "TaxNumber" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_MerchantId_TransactionNumber",
                table: "Invoices",
                columns: new[] { "MerchantId", "TransactionNumber" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_RefersToId",
                table: "Invoices",
                column: "RefersToId");

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_Status_Due",
                table: "Invoices",
                columns: new[] { "Status", "Due" });

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
                name: "IX_Merchants_Code",
                table: "Merchants",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OutboxMails_InvoiceId",
                table: "OutboxMails",
                column: "InvoiceId");

            migrationBuilder.CreateIndex(
                name: "IX_OutboxMails_MerchantId_Id",
                table: "OutboxMails",
                columns: new[] { "MerchantId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_OutboxMails_MerchantId_State_Id",
                table: "OutboxMails",
                columns: new[] { "MerchantId", "State", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_OutboxMails_MessageId",
                table: "OutboxMails",
                column: "MessageId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OutboxMails_State_NextTryAt",
                table: "OutboxMails",
                columns: new[] { "State", "NextTryAt" });

            migrationBuilder.CreateIndex(
                name: "IX_OutboxMails_TaxFileId",
                table: "OutboxMails",
                column: "TaxFileId");

            migrationBuilder.CreateIndex(
                name: "IX_Payments_InvoiceId",
                table: "Payments",
                column: "InvoiceId");

            migrationBuilder.CreateIndex(
                name: "IX_Payments_SettlesInvoiceId",
                table: "Payments",
                column: "SettlesInvoiceId");

            migrationBuilder.CreateIndex(
                name: "IX_Representations_ApiClientId_MerchantId",
                table: "Representations",
                columns: new[] { "ApiClientId", "MerchantId" });

            migrationBuilder.CreateIndex(
                name: "IX_Representations_MerchantId",
                table: "Representations",
                column: "MerchantId");

            migrationBuilder.CreateIndex(
                name: "IX_SetupLinks_SecretHash",
                table: "SetupLinks",
                column: "SecretHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TaxExports_ContentId",
                table: "TaxExports",
                column: "ContentId");

            migrationBuilder.CreateIndex(
                name: "IX_TaxExports_MerchantId_At_Id",
                table: "TaxExports",
                columns: new[] { "MerchantId", "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_TaxFiles_ContentId",
                table: "TaxFiles",
                column: "ContentId");

            migrationBuilder.CreateIndex(
                name: "IX_TaxFiles_InvoiceId_ReplacedAt",
                table: "TaxFiles",
                columns: new[] { "InvoiceId", "ReplacedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_TaxFiles_MerchantId_CoretaxNumber",
                table: "TaxFiles",
                columns: new[] { "MerchantId", "CoretaxNumber" },
                unique: true,
                filter: "\"ReplacedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_TaxFiles_MerchantId_ReplacedAt_UploadedAt_Id",
                table: "TaxFiles",
                columns: new[] { "MerchantId", "ReplacedAt", "UploadedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_TaxFiles_MerchantId_TaxNumber",
                table: "TaxFiles",
                columns: new[] { "MerchantId", "TaxNumber" },
                unique: true,
                filter: "\"ReplacedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_TaxNumberRanges_MerchantId_End",
                table: "TaxNumberRanges",
                columns: new[] { "MerchantId", "End" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TaxNumberRanges_MerchantId_Start",
                table: "TaxNumberRanges",
                columns: new[] { "MerchantId", "Start" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_UnmatchedFiles_ContentId",
                table: "UnmatchedFiles",
                column: "ContentId");

            migrationBuilder.CreateIndex(
                name: "IX_UnmatchedFiles_MerchantId_SettledAt_Id",
                table: "UnmatchedFiles",
                columns: new[] { "MerchantId", "SettledAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_UserClaims_UserId",
                table: "UserClaims",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_UserLogins_UserId",
                table: "UserLogins",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_Users_MerchantId",
                table: "Users",
                column: "MerchantId");

            migrationBuilder.CreateIndex(
                name: "IX_Users_NormalizedEmail",
                table: "Users",
                column: "NormalizedEmail",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Users_NormalizedUserName",
                table: "Users",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_WorkflowParameters_DocumentType_Parameter_ActiveFrom",
                table: "WorkflowParameters",
                columns: new[] { "DocumentType", "Parameter", "ActiveFrom" },
                unique: true);

            migrationBuilder.CreateSearch();
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "BillingDocuments");

            migrationBuilder.DropTable(
                name: "BillingSettings");

            migrationBuilder.DropTable(
                name: "CallbackCalls");

            migrationBuilder.DropTable(
                name: "CompletedWork");

            migrationBuilder.DropTable(
                name: "CoretaxRows");

            migrationBuilder.DropTable(
                name: "DataProtectionKeys");

            migrationBuilder.DropTable(
                name: "DocumentNotices");

            migrationBuilder.DropTable(
                name: "ExportedInvoices");

            migrationBuilder.DropTable(
                name: "FreeNumbers");

            migrationBuilder.DropTable(
                name: "History");

            migrationBuilder.DropTable(
                name: "InstallationSecrets");

            migrationBuilder.DropTable(
                name: "Invitations");

            migrationBuilder.DropTable(
                name: "InvoiceCounters");

            migrationBuilder.DropTable(
                name: "InvoiceLines");

            migrationBuilder.DropTable(
                name: "MailAttachments");

            migrationBuilder.DropTable(
                name: "Representations");

            migrationBuilder.DropTable(
                name: "SetupLinks");

            migrationBuilder.DropTable(
                name: "Thresholds");

            migrationBuilder.DropTable(
                name: "ThresholdStates");

            migrationBuilder.DropTable(
                name: "UnmatchedFiles");

            migrationBuilder.DropTable(
                name: "UserClaims");

            migrationBuilder.DropTable(
                name: "UserLogins");

            migrationBuilder.DropTable(
                name: "UserTokens");

            migrationBuilder.DropTable(
                name: "WorkflowParameters");

            migrationBuilder.DropTable(
                name: "Payments");

            migrationBuilder.DropTable(
                name: "TaxExports");

            migrationBuilder.DropTable(
                name: "TaxNumberRanges");

            migrationBuilder.DropTable(
                name: "OutboxMails");

            migrationBuilder.DropTable(
                name: "ApiClients");

            migrationBuilder.DropTable(
                name: "Users");

            migrationBuilder.DropTable(
                name: "TaxFiles");

            migrationBuilder.DropTable(
                name: "FileContents");

            migrationBuilder.DropTable(
                name: "Invoices");

            migrationBuilder.DropTable(
                name: "BillingCredentials");

            migrationBuilder.DropTable(
                name: "Customers");

            migrationBuilder.DropTable(
                name: "CustomerGroups");

            migrationBuilder.DropTable(
                name: "Merchants");
        }
    }
}
