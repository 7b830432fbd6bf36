namespace FaspayBilling.Tests.Faults;

/// <summary>How the program is started where something is to be taken from it.</summary>
internal static class Starters
{
    /// <summary>An account that owns nothing.</summary>
    public const string Nobody = "65534";

    // .NET leaves the signal of a file that became too large as it finds it, and that ends a process: ignored, the write is
    // refused, as by a disk that is full.
    private static readonly string[] Shell = ["sh", "-c", "trap '' XFSZ; exec \"$@\"", "sh", "dotnet"];

    /// <summary>With it, files may be limited while it runs.</summary>
    public static readonly string[] Limited = Shell;

    /// <summary>The same under an account to which rights of files apply.</summary>
    public static readonly string[] LimitedNobody = ["setpriv", $"--reuid={Nobody}", $"--regid={Nobody}", "--clear-groups", .. Shell];
}
