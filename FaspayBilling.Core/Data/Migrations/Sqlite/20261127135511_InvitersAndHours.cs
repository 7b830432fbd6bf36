using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FaspayBilling.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class InvitersAndHours : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "InvitedById",
                table: "Invitations",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "Since",
                table: "AttemptCounts",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "InvitedById",
                table: "Invitations");

            migrationBuilder.DropColumn(
                name: "Since",
                table: "AttemptCounts");
        }
    }
}
