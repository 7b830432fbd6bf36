using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FaspayBilling.Core.Data.Migrations.Sqlite
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
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PersonalLink",
                table: "OutboxMails",
                type: "TEXT",
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
