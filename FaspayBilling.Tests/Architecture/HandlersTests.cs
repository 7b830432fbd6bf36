using System.Reflection;
using System.Text.RegularExpressions;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Customers;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Architecture;

/// <summary>A handler is a public class of Core with a HandleAsync; its room registers it, and a file of its name tests it.</summary>
public sealed partial class HandlersTests
{
    private const string Prefix = "FaspayBilling.Core.";

    private static readonly IReadOnlyList<Type> Handlers =
    [
        .. typeof(Refusals).Assembly.GetExportedTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false }
                && type.GetMethods(BindingFlags.Public | BindingFlags.Instance).Any(m => m.Name == "HandleAsync")),
    ];

    [Fact]
    public async Task Every_handler_is_registered()
    {
        await using var services = TestServices.Build([], Path.GetTempPath(), TimeProvider.System);

        Handlers.Where(handler => services.GetService(handler) is null).Select(handler => handler.FullName).Should().BeEmpty();
    }

    [Fact]
    public void Every_handler_has_a_test_file_of_its_name() =>
        Handlers.Select(TestFile).Where(path => !IsTested(path)).Should().BeEmpty();

    [Fact]
    public void The_handlers_and_their_tests_are_found()
    {
        // A scan that saw nothing would find nothing missing.
        Handlers.Should().HaveCountGreaterThan(100);
        TestFile(typeof(SaveCustomer)).Should().Be("FaspayBilling.Tests/Features/Customers/SaveCustomerTests.cs");
        IsTested("FaspayBilling.Tests/Features/Customers/SaveCustomerTests.cs").Should().BeTrue();
        IsTested("FaspayBilling.Tests/Features/Customers/GivenCustomers.cs").Should().BeFalse("there is no test in it");
    }

    /// <summary>Where its tests are: the tests lie in the same tree as what they test.</summary>
    private static string TestFile(Type handler) => $"FaspayBilling.Tests/{handler.FullName![Prefix.Length..].Replace('.', '/')}Tests.cs";

    private static bool IsTested(string path) =>
        Sources.All.Any(file => file.Path == path && file.Lines.Any(line => Test().IsMatch(line)));

    [GeneratedRegex(@"^\s*\[(Fact|Theory)\b")]
    private static partial Regex Test();
}
