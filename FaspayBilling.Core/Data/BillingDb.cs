using System.Data;
using System.Data.Common;
using FaspayBilling.Core.Data.Conversions;
using FaspayBilling.Core.Data.Measuring;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.TaxNumbers;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace FaspayBilling.Core.Data;

/// <summary>The database, whichever of the two it is. One context per operation, made and disposed by the handler.</summary>
public abstract class BillingDb(DbContextOptions options) : DbContext(options), IDataProtectionKeyContext
{
    /// <summary>
    /// The keys behind cookies and secrets, the same for every node; encrypted with a certificate or the key file, outside
    /// Development always.
    /// </summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>Waits for the merchant's other writers on other nodes; SQLite's write lock has done that already.</summary>
    public abstract Task LockMerchantAsync(long merchantId, CancellationToken stop);

    /// <summary>The database's own clock (UTC): nodes whose clocks differ agree on it.</summary>
    public abstract Task<DateTime> ClockAsync(CancellationToken stop);

    /// <summary>A key for a new invoice, taken within a write: nobody else gets it.</summary>
    public abstract Task<long> NextInvoiceKeyAsync(CancellationToken stop);

    /// <summary>
    /// Those of a merchant's invoices whose number, E-Faktur No or customer holds <paramref name="text"/>; one or two characters are found
    /// at the start of a number or of any word of the name only. All of them, taken from an index: it costs as much as there are hits.
    /// </summary>
    public abstract IQueryable<Invoice> Matching(IQueryable<Invoice> invoices, long merchantId, string text);

    /// <summary>
    /// The same invoices, found by looking at each one: for an order of which only the beginning is read. Null for a text that this
    /// database cannot compare row by row as its index does.
    /// </summary>
    public abstract IQueryable<Invoice>? Probing(IQueryable<Invoice> invoices, string text);

    /// <summary>
    /// How many of the merchant's invoices hold <paramref name="text"/>, counted up to <paramref name="most"/> and no further. Null when
    /// this database's index cannot stop there.
    /// </summary>
    public abstract Task<int?> HitsAsync(long merchantId, string text, int most, CancellationToken stop);

    /// <summary>
    /// Those of a merchant's customers whose name, e-mail, NPWP, document number or VA Static Number holds <paramref name="text"/>,
    /// capitals or not. Taken from an index: it costs as much as there are hits.
    /// </summary>
    public abstract IQueryable<Customer> Matching(IQueryable<Customer> customers, long merchantId, string text);

    /// <summary>The same customers, found by looking at each one, as <see cref="Probing(IQueryable{Invoice}, string)"/>.</summary>
    public abstract IQueryable<Customer>? Probing(IQueryable<Customer> customers, string text);

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

        var looks = ChangeTracker.AutoDetectChangesEnabled;
        try
        {
            // Entries() has compared every value: once is enough.
            ChangeTracker.AutoDetectChangesEnabled = false;
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, stop);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = looks;
        }
    }

    /// <summary>
    /// Runs a command past EF, within this context's transaction: for what is written so often that EF's part of it counts. A connection
    /// keeps its plan by the text, so there are few texts, and values are parameters. Answers how many rows were changed.
    /// </summary>
    internal Task<int> ExecutePreparedAsync(
        string text, IReadOnlyList<(string Name, object? Value)> values, CancellationToken stop) =>
        RunAsync(text, values, command => command.ExecuteNonQueryAsync(stop), stop);

    /// <summary>The same for one value.</summary>
    internal Task<object?> ScalarPreparedAsync(
        string text, IReadOnlyList<(string Name, object? Value)> values, CancellationToken stop) =>
        RunAsync(text, values, command => command.ExecuteScalarAsync(stop), stop);

    /// <summary>The same for one row; null when there is none.</summary>
    internal Task<T?> ReadPreparedAsync<T>(
        string text, IReadOnlyList<(string Name, object? Value)> values, Func<DbDataReader, T> row, CancellationToken stop)
        where T : class => RunAsync<T?>(
            text,
            values,
            async command =>
            {
                await using var reader = await command.ExecuteReaderAsync(stop);
                return await reader.ReadAsync(stop) ? row(reader) : null;
            },
            stop);

    /// <summary>A command of this context's transaction that is planned already, or will be kept planned where that is possible.</summary>
    protected abstract Task<DbCommand> PrepareAsync(
        string text, IReadOnlyList<(string Name, object? Value)> values, CancellationToken stop);

    /// <summary>A command of this context's transaction.</summary>
    protected DbCommand NewCommand(string text)
    {
        var command = Database.GetDbConnection().CreateCommand();
        command.Transaction = Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = text;
        return command;
    }

    /// <summary>Gives the command its values; one that is null is a whole number.</summary>
    protected static void SetValues(DbCommand command, IReadOnlyList<(string Name, object? Value)> values)
    {
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            if (value is null)
            {
                parameter.DbType = DbType.Int64;
            }

            parameter.Value = value ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }
    }

    private Task<T> RunAsync<T>(
        string text, IReadOnlyList<(string Name, object? Value)> values, Func<DbCommand, Task<T>> run, CancellationToken stop) =>
        MeasuredCommands.RunAsync(async () =>
        {
            await using var command = await PrepareAsync(text, values, stop);
            return await run(command);
        });

    /// <inheritdoc cref="Within"/>
    protected static string Start(string text) => Within(text)[1..];

    /// <summary>A pattern for <c>LIKE … ESCAPE '\'</c> that finds the text anywhere.</summary>
    internal static string Within(string text)
    {
        var letters = text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("%", "\\%", StringComparison.Ordinal)
            .Replace("_", "\\_", StringComparison.Ordinal);
        return $"%{letters}%";
    }

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
