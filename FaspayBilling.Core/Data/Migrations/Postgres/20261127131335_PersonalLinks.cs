using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FaspayBilling.Core.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class PersonalLinks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "LinkUntil",
                table: "OutboxMails",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PersonalLink",
                table: "OutboxMails",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "LinkUntil",
                table: "OutboxMails");

            migrationBuilder.DropColumn(
                name: "PersonalLink",
                table: "OutboxMails");
        }
    }
}
