namespace FaspayBilling.Tests.Support;

/// <summary>Runs where Chromium is installed; with FASPAY_TEST_ALL=1 it always runs, and fails where it is not.</summary>
public sealed class ChromiumFactAttribute : FactAttribute
{
    public ChromiumFactAttribute() => Skip = Machine.WhyNotChromium;
}

/// <inheritdoc cref="ChromiumFactAttribute"/>
public sealed class ChromiumTheoryAttribute : TheoryAttribute
{
    public ChromiumTheoryAttribute() => Skip = Machine.WhyNotChromium;
}

/// <summary>Runs against the PostgreSQL server that FASPAY_TEST_POSTGRES (a connection string) names.</summary>
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = Machine.WhyNotPostgres;
}

/// <inheritdoc cref="PostgresFactAttribute"/>
public sealed class PostgresTheoryAttribute : TheoryAttribute
{
    public PostgresTheoryAttribute() => Skip = Machine.WhyNotPostgres;
}

/// <summary>Runs against the SMTP server that FASPAY_TEST_SMTP (host:port) names; FASPAY_TEST_SMTP_DIR is where it puts what it gets.</summary>
public sealed class SmtpFactAttribute : FactAttribute
{
    public SmtpFactAttribute() => Skip = Machine.WhyNotSmtp;
}

internal static class Machine
{
    private static readonly bool All = Environment.GetEnvironmentVariable("FASPAY_TEST_ALL") == "1";

    public static string? Postgres => Environment.GetEnvironmentVariable("FASPAY_TEST_POSTGRES");

    public static string? Smtp => Environment.GetEnvironmentVariable("FASPAY_TEST_SMTP");

    public static string? SmtpFolder => Environment.GetEnvironmentVariable("FASPAY_TEST_SMTP_DIR");

    public static string? WhyNotChromium => All || Browser.IsInstalled ? null : $"No Chromium at {Browser.Path} (FASPAY_TEST_CHROMIUM).";

    public static string? WhyNotPostgres => All || Postgres is { Length: > 0 } ? null : "No PostgreSQL server (FASPAY_TEST_POSTGRES).";

    public static string? WhyNotSmtp => All || Smtp is { Length: > 0 } ? null : "No SMTP server (FASPAY_TEST_SMTP).";
}
