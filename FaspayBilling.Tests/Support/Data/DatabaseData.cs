using System.Reflection;
using Xunit.Sdk;

namespace FaspayBilling.Tests.Support.Data;

/// <summary>Runs a theory on SQLite: <c>[Theory, OnSqlite, OnPostgres] Task A_sentence(Database database)</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnSqliteAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[Database.Sqlite]];
}

/// <summary>Runs the same theory on the PostgreSQL server that FASPAY_TEST_POSTGRES names.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnPostgresAttribute : DataAttribute
{
    public OnPostgresAttribute() => Skip = Machine.WhyNotPostgres;

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[Database.Postgres]];
}
