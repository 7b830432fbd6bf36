using FaspayBilling.Core.Data.Conversions;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.TaxNumbers;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Data;

/// <summary>The database, whichever of the two it is. One context per operation, made and disposed by the handler.</summary>
public abstract class BillingDb(DbContextOptions options) : DbContext(options)
{
    /// <summary>Waits for the merchant's other writers on other nodes; SQLite's write lock has done that already.</summary>
    public abstract Task LockMerchantAsync(long merchantId, CancellationToken stop);

    /// <summary>The database's own clock (UTC): nodes whose clocks differ agree on it.</summary>
    public abstract Task<DateTime> ClockAsync(CancellationToken stop);

    /// <summary>Invoices whose number, E-Faktur No or customer holds <paramref name="text"/>; one or two characters only as the start of a number.</summary>
    public abstract IQueryable<Invoice> Matching(IQueryable<Invoice> invoices, string text);

    /// <summary>Customers whose name, e-mail, NPWP, document number or VA Static Number holds <paramref name="text"/>, capitals or not.</summary>
    public abstract IQueryable<Customer> Matching(IQueryable<Customer> customers, string text);

    /// <summary>In order of name, those first whose name begins with <paramref name="text"/>, capitals or not.</summary>
    public abstract IOrderedQueryable<Customer> BeginningFirst(IQueryable<Customer> customers, string text);

    /// <summary>True when the exception says that a unique index refused a row.</summary>
    public abstract bool IsDuplicate(DbUpdateException refused);

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken stop = default)
    {
        foreach (var entry in ChangeTracker.Entries().Where(e => e.State == EntityState.Modified))
        {
            if (entry.Metadata.FindProperty("Version") is not null)
            {
                var version = entry.Property("Version");
                version.CurrentValue = (int)version.OriginalValue! + 1;
            }
        }

        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, stop);
    }

    /// <inheritdoc cref="Within"/>
    protected static string Start(string text) => Within(text)[1..];

    /// <summary>A pattern for <c>LIKE … ESCAPE '\'</c> that finds the text anywhere.</summary>
    protected static string Within(string text) => $"%{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<DateTime>().HaveConversion<UtcInstant>();
        conventions.Properties<decimal>().HaveConversion<Hundredths>();
        conventions.Properties<TaxNumber>().HaveConversion<TaxNumberDigits>().HaveMaxLength(TaxNumber.Length);
        conventions.Properties<Enum>().HaveConversion<string>().HaveMaxLength(24);
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.ApplyConfigurationsFromAssembly(typeof(BillingDb).Assembly);
        foreach (var entity in model.Model.GetEntityTypes())
        {
            if (entity.FindProperty("Version") is { } version)
            {
                version.IsConcurrencyToken = true;
            }
        }
    }
}
