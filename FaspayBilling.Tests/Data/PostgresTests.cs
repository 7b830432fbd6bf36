using FaspayBilling.Tests.Support;
using Npgsql;

namespace FaspayBilling.Tests.Data;

public sealed class PostgresTests
{
    [PostgresFact]
    public async Task The_server_answers()
    {
        await using var source = NpgsqlDataSource.Create(Machine.Postgres!);
        await using var command = source.CreateCommand("select 1");

        (await command.ExecuteScalarAsync()).Should().Be(1);
    }
}
