using FaspayBilling.Core.Configuration;
using FaspayBilling.Tests.Support.Data;

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
}
