using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace FaspayBilling.Core.Data;

/// <summary>Makes SQLite load: an older SQLitePCLRaw than EF Core names, over the system's own SQLite where there is one.</summary>
internal static class SqliteLoading
{
    private const string Prefix = "SQLitePCLRaw.";

    // The system's library is patched by its distribution; the one in the package is years old and only the fallback.
    private static readonly string[] SystemNames = ["libsqlite3.so.0", "libsqlite3.dylib"];

    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "Must run before EF Core touches SQLite, whoever starts Core: web, tests or the migration tool.")]
    internal static void Start()
    {
        // The runtime refuses an assembly older than the one asked for; asked again without a version, it takes it.
        AssemblyLoadContext.Default.Resolving += (context, name) =>
            name.Name is { } simple && simple.StartsWith(Prefix, StringComparison.Ordinal) && name.Version is not null
                ? context.LoadFromAssemblyName(new AssemblyName(simple))
                : null;

        AppDomain.CurrentDomain.AssemblyLoad += (_, loaded) =>
        {
            if (IsProvider(loaded.LoadedAssembly)) NativeLibrary.SetDllImportResolver(loaded.LoadedAssembly, Resolve);
        };
    }

    private static bool IsProvider(Assembly assembly) =>
        assembly.GetName().Name?.StartsWith(Prefix + "provider.", StringComparison.Ordinal) == true;

    private static nint Resolve(string library, Assembly assembly, DllImportSearchPath? path)
    {
        foreach (var name in SystemNames)
        {
            if (library == "e_sqlite3" && NativeLibrary.TryLoad(name, out var handle)) return handle;
        }

        return 0; // The runtime goes on to the bundled library.
    }
}
