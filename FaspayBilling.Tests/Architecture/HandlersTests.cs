using System.Reflection;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Architecture;

/// <summary>A handler is a public class under Features with a HandleAsync; its room registers it.</summary>
public sealed class HandlersTests
{
    private static readonly IReadOnlyList<Type> Handlers =
    [
        .. typeof(Refusals).Assembly.GetExportedTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false }
                && type.FullName!.StartsWith("FaspayBilling.Core.Features.", StringComparison.Ordinal)
                && type.GetMethods(BindingFlags.Public | BindingFlags.Instance).Any(m => m.Name == "HandleAsync")),
    ];

    [Fact]
    public async Task Every_handler_is_registered()
    {
        await using var services = TestServices.Build([], Path.GetTempPath(), TimeProvider.System);

        // A scan that saw nothing would find nothing missing.
        Handlers.Should().HaveCountGreaterThan(80);
        Handlers.Where(handler => services.GetService(handler) is null).Select(handler => handler.FullName).Should().BeEmpty();
    }
}
