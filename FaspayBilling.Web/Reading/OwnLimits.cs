using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace FaspayBilling.Web.Reading;

/// <summary>What the reading process denies itself before it looks at a file.</summary>
internal static class OwnLimits
{
    private const int AddressSpace = 9;
    private const int CoreFile = 4;
    private const int StandardError = 2;

    // Beside the managed memory, which has a limit of its own and is reserved by now: pictures, unpacked, and the stacks of a few threads.
    private const ulong NativeBytes = 512 * 1024 * 1024;

    public static void Take()
    {
        using var self = Process.GetCurrentProcess();
        self.PriorityClass = ProcessPriorityClass.BelowNormal;
        if (!OperatingSystem.IsWindows())
        {
            Silence();
        }

        if (OperatingSystem.IsLinux())
        {
            var pages = ulong.Parse(File.ReadAllText("/proc/self/statm").Split(' ')[0], CultureInfo.InvariantCulture);
            Limit(AddressSpace, (pages * (ulong)Environment.SystemPageSize) + NativeBytes);
            Limit(CoreFile, 0);
        }
    }

    // What a stack overflow prints about a stranger's file belongs into nobody's log.
    private static void Silence()
    {
        using var nowhere = File.OpenHandle("/dev/null", FileMode.Open, FileAccess.Write);
        _ = dup2((int)nowhere.DangerousGetHandle(), StandardError);
    }

    private static void Limit(int resource, ulong most)
    {
        if (setrlimit(resource, new ResourceLimit(most, most)) != 0)
        {
            throw new Win32Exception();
        }
    }

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int setrlimit(int resource, in ResourceLimit limit);

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int dup2(int from, int to);

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct ResourceLimit(ulong Current, ulong Most);
}
