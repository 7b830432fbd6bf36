using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace FaspayBilling.Tests.Support;

/// <summary>bUnit names a newer AngleSharp.Diffing than the feed has (eng/FeedGaps.props).</summary>
internal static class OlderAssemblies
{
    [ModuleInitializer]
    internal static void Accept()
    {
        // Without a version the runtime takes the assembly that is there; nothing else is let through.
        AssemblyLoadContext.Default.Resolving += (context, name) =>
            name is { Name: "AngleSharp.Diffing", Version: not null }
                ? context.LoadFromAssemblyName(new AssemblyName(name.Name))
                : null;

        // A test may open SQLite before it touches Core, whose own initializer makes SQLite load.
        RuntimeHelpers.RunModuleConstructor(Assembly.Load("FaspayBilling.Core").ManifestModule.ModuleHandle);
    }
}
