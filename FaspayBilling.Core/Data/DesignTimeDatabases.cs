using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace FaspayBilling.Core.Data;

/// <summary>Lets the migration tool make the SQLite model; nothing is opened.</summary>
internal sealed class DesignTimeSqlite : IDesignTimeDbContextFactory<SqliteBillingDb>
{
    public SqliteBillingDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SqliteBillingDb>();
        DatabaseServices.UseSqlite(options, "design.db");
        return new SqliteBillingDb(options.Options);
    }
}

/// <summary>Lets the migration tool make the PostgreSQL model; nothing is opened.</summary>
internal sealed class DesignTimePostgres : IDesignTimeDbContextFactory<PostgresBillingDb>
{
    public PostgresBillingDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<PostgresBillingDb>();
        DatabaseServices.UsePostgres(options, "Host=localhost");
        return new PostgresBillingDb(options.Options);
    }
}
