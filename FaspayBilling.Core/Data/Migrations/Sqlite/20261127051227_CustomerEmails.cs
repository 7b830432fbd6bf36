using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FaspayBilling.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CustomerEmails : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {

        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {

        }
    }
}
