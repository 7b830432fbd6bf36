namespace FaspayBilling.Tests.Support.Data;

/// <summary>The two databases that everything must work on.</summary>
public enum Database
{
    Sqlite,
    Postgres,
}
