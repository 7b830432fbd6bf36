using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace FaspayBilling.Core.Data.Reading;

/// <summary>
/// Hot readings in SQL of our own, whose rows are read by hand: EF looks through a query's expression, makes its text and shapes each row
/// at every call, which takes longer than the database does. The command still goes EF's way, as all others do: kept prepared on SQLite,
/// measured and logged on both.
/// </summary>
internal static class PreparedQueries
{
    // Parameters belong to one kind of database.
    private static readonly ConcurrentDictionary<(Type Kind, string Sql), IRelationalCommand> Made = new();

    /// <summary>The rows of one command, in its order.</summary>
    /// <param name="db">Open.</param>
    /// <param name="sql">Put together of constants alone: what varies is a parameter. The same few texts each time.</param>
    /// <param name="values">By the parameters' names, none of them null, each always of the same type.</param>
    /// <param name="row">Makes a row of what was read.</param>
    /// <param name="stop">Ends the reading.</param>
    public static async Task<List<TRow>> SqlRawAsync<TRow>(
        this BillingDb db, string sql, IReadOnlyDictionary<string, object?> values, Func<RowValues, TRow> row, CancellationToken stop)
    {
        var connection = db.GetService<IRelationalConnection>();
        var command = connection.RentCommand();
        command.PopulateFrom(Made.GetOrAdd((db.GetType(), sql), static (key, of) => Make(of.db, key.Sql, of.values), (db, values)));
        var rows = new List<TRow>();
        await using (var reader = await command.ExecuteReaderAsync(
            new RelationalCommandParameterObject(
                connection, values, null, db, db.GetService<IRelationalCommandDiagnosticsLogger>(), CommandSource.FromSqlQuery), stop))
        {
            var found = new RowValues(reader.DbDataReader);
            while (await reader.DbDataReader.ReadAsync(stop))
            {
                rows.Add(row(found));
            }
        }

        connection.ReturnCommand(command);
        return rows;
    }

    private static IRelationalCommand Make(BillingDb db, string sql, IReadOnlyDictionary<string, object?> values)
    {
        var builder = db.GetService<IRelationalCommandBuilderFactory>().Create().Append(sql);
        var names = db.GetService<ISqlGenerationHelper>();
        var types = db.GetService<IRelationalTypeMappingSource>();
        foreach (var (name, value) in values)
        {
            builder.AddParameter(name, names.GenerateParameterName(name), types.FindMapping(value!.GetType())!, nullable: false);
        }

        return builder.Build();
    }
}
