using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Web;

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

/// <summary>Runs against the mail server that <c>.ci/smtp-server.py</c> started: FASPAY_TEST_SMTP (host:port) and its fellows.</summary>
public sealed class SmtpFactAttribute : FactAttribute
{
    public SmtpFactAttribute() => Skip = Machine.WhyNotSmtp;
}

/// <inheritdoc cref="SmtpFactAttribute"/>
public sealed class SmtpTheoryAttribute : TheoryAttribute
{
    public SmtpTheoryAttribute() => Skip = Machine.WhyNotSmtp;
}

/// <summary>Runs where python3 is on the path; with FASPAY_TEST_ALL=1 it always runs.</summary>
public sealed class PythonFactAttribute : FactAttribute
{
    public PythonFactAttribute() => Skip = Machine.WhyNotPython;
}

/// <summary>Runs where pdftotext (Debian: poppler-utils) is on the path; with FASPAY_TEST_ALL=1 it always runs.</summary>
public sealed class PopplerFactAttribute : FactAttribute
{
    public PopplerFactAttribute() => Skip = Machine.WhyNotPoppler;
}

/// <inheritdoc cref="PopplerFactAttribute"/>
public sealed class PopplerTheoryAttribute : TheoryAttribute
{
    public PopplerTheoryAttribute() => Skip = Machine.WhyNotPoppler;
}

/// <summary>Runs where nginx, Caddy and Chromium are installed; with FASPAY_TEST_ALL=1 it always runs.</summary>
public sealed class ProxyFactAttribute : FactAttribute
{
    public ProxyFactAttribute() => Skip = Machine.WhyNotProxies;
}

/// <inheritdoc cref="ProxyFactAttribute"/>
public sealed class ProxyTheoryAttribute : TheoryAttribute
{
    public ProxyTheoryAttribute() => Skip = Machine.WhyNotProxies;
}

/// <summary>Runs where a PostgreSQL can be started and stopped and nginx, Caddy and Chromium are installed.</summary>
public sealed class NodesFactAttribute : FactAttribute
{
    public NodesFactAttribute() => Skip = Machine.WhyNotNodes;
}

/// <summary>Runs on Linux, where a test can look at the processes of the machine.</summary>
public sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute() => Skip = OperatingSystem.IsLinux() ? null : "Processes are looked at in /proc.";
}

/// <summary>
/// Runs when FASPAY_STORM_KILLS says how often something is ended, for it takes minutes; with FASPAY_TEST_ALL=1 it always runs.
/// </summary>
public sealed class StormFactAttribute : FactAttribute
{
    public StormFactAttribute() => Skip = Machine.WhyNotStorm;
}

/// <summary>Runs as root, who may try what another account sees; with FASPAY_TEST_ALL=1 it always runs.</summary>
public sealed class RootFactAttribute : FactAttribute
{
    public RootFactAttribute() => Skip = Machine.WhyNotRoot;
}

/// <summary>Runs as root, where the account nobody can read the program.</summary>
public sealed class OtherAccountFactAttribute : FactAttribute
{
    public OtherAccountFactAttribute() => Skip = Machine.WhyNotOtherAccount;
}

/// <summary>Runs when the environment variable that it names says how long, how many or how large: it wants a machine for itself.</summary>
public sealed class LongFactAttribute : FactAttribute
{
    public LongFactAttribute(string setting) =>
        Skip = Environment.GetEnvironmentVariable(setting) is null ? $"{setting} is not set." : null;
}

/// <summary>Runs where systemd-analyze (Debian: systemd) is on the path; with FASPAY_TEST_ALL=1 it always runs.</summary>
public sealed class SystemdFactAttribute : FactAttribute
{
    public SystemdFactAttribute() => Skip = Machine.WhyNotSystemd;
}

internal static class Machine
{
    private static readonly bool All = Environment.GetEnvironmentVariable("FASPAY_TEST_ALL") == "1";

    public static string? Postgres => Environment.GetEnvironmentVariable("FASPAY_TEST_POSTGRES");

    public static string? Smtp => Environment.GetEnvironmentVariable("FASPAY_TEST_SMTP");

    public static string? WhyNotChromium => All || Browser.IsInstalled ? null : $"No Chromium at {Browser.Path} (FASPAY_TEST_CHROMIUM).";

    public static string? WhyNotPostgres => All || Postgres is { Length: > 0 } ? null : "No PostgreSQL server (FASPAY_TEST_POSTGRES).";

    public static string? WhyNotPostgresServer =>
        All || (OperatingSystem.IsLinux() && PostgresServer.Programs is not null) ? null : "No PostgreSQL to start and kill.";

    public static string? WhyNotStorm => All || Environment.GetEnvironmentVariable("FASPAY_STORM_KILLS") is not null
        ? WhyNotPostgresServer
        : "FASPAY_STORM_KILLS is not set.";

    public static string? WhyNotSmtp => All || Smtp is { Length: > 0 } ? null : "No SMTP server (FASPAY_TEST_SMTP).";

    public static string? WhyNotPython => All || IsOnPath("python3") ? null : "No python3 on the path.";

    public static string? WhyNotPoppler => All || IsOnPath("pdftotext") ? null : "No pdftotext on the path.";

    public static string? WhyNotSystemd => All || IsOnPath("systemd-analyze") ? null : "No systemd-analyze on the path.";

    public static string? WhyNotRoot =>
        All || (OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess) ? null : "Only root can act as another account.";

    public static string? WhyNotOtherAccount => WhyNotRoot
        ?? (IsOpenToOthers(PathOf("dotnet")) && IsOpenToOthers(typeof(Machine).Assembly.Location)
            ? null
            : "The account nobody cannot read dotnet or the built program.");

    public static string? WhyNotProxies =>
        All ? null : PathOf(ProxyServer.Nginx) is null || PathOf(ProxyServer.Caddy) is null ? "No nginx and Caddy." : WhyNotChromium;

    public static string? WhyNotNodes => WhyNotPostgresServer ?? WhyNotProxies;

    /// <summary>Where a program lies; servers lie beside what everybody's path names.</summary>
    public static string? PathOf(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Append("/usr/sbin")
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);

    private static bool IsOnPath(string program) => PathOf(program) is not null;

    // Up to the root: whoever reads a file goes through all of its folders.
    private static bool IsOpenToOthers(string? file)
    {
        if (file is null || OperatingSystem.IsWindows())
        {
            return false;
        }

        var real = File.ResolveLinkTarget(file, returnFinalTarget: true)?.FullName ?? file;
        for (string? at = real; at is not null; at = Path.GetDirectoryName(at))
        {
            if (!File.GetUnixFileMode(at).HasFlag(File.Exists(at) ? UnixFileMode.OtherRead : UnixFileMode.OtherExecute))
            {
                return false;
            }
        }

        return true;
    }
}
