using FaspayBilling.Core.Configuration;
using FaspayBilling.Core.Data;
using FaspayBilling.Tests.Support.Data;
using Npgsql;

namespace FaspayBilling.Tests.Data;

public sealed class DatabaseSettingsTests
{
    [Theory]
    [InlineData("Host=db;Minimum Pool Size=9;Maximum Pool Size=3")]
    [InlineData("Host=db;Port=many")]
    [InlineData("Host=db;Password")]
    [InlineData("postgres://faspay:secret@db/faspay")]
    public void A_connection_string_that_cannot_be_used_is_refused_with_one_sentence_and_without_its_password(string connectionString)
    {
        var start = () => TestServices.Build(
            new() { ["Database:Provider"] = "Postgres", ["Database:ConnectionString"] = connectionString },
            Path.GetTempPath(),
            TimeProvider.System);

        start.Should().Throw<StartRefusedException>().Which.Message
            .Should().StartWith("Database:ConnectionString: ").And.NotContain("\n").And.NotContain("secret");
    }

    [Theory]
    [InlineData("Host=db", 40, 7)]
    [InlineData("Host=db;Minimum Pool Size=50", 50, 7)]
    [InlineData("Host=db;Maximum Pool Size=8;Timeout=3", 8, 3)]
    public void A_pool_is_one_that_several_nodes_can_share_a_server_with_unless_it_is_said(string connectionString, int most, int seconds)
    {
        var settings = new DatabaseSettings("Postgres", "", connectionString, Create: false) { Wait = TimeSpan.FromSeconds(7) };

        var pooled = new NpgsqlConnectionStringBuilder(settings.PooledConnectionString());

        (pooled.MaxPoolSize, pooled.Timeout, pooled.Host).Should().Be((most, seconds, "db"));
    }
}
