using System.Reflection;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Web.Components.Ui.Fields;
using Microsoft.Extensions.Logging;

namespace FaspayBilling.Tests.Architecture;

/// <summary>
/// Every line of the log has a number of its own, by which an operator can look for it: 1001 to 1999 in Core, 2001 to 2999 in Web,
/// and within them a hundred for each room.
/// </summary>
public sealed class LogEventsTests
{
    private const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Assembly Core = typeof(Refusals).Assembly;
    private static readonly Assembly Web = typeof(MoneyText).Assembly;

    private static readonly IReadOnlyList<LogEvent> Events =
    [
        .. from assembly in new[] { Core, Web }
           from type in assembly.GetTypes()
           from method in type.GetMethods(Everything)
           let said = method.GetCustomAttribute<LoggerMessageAttribute>()
           where said is not null
           select new LogEvent(said.EventId, assembly, $"{type.FullName}.{method.Name}"),
    ];

    [Fact]
    public void No_number_is_used_twice() =>
        Events.GroupBy(e => e.Id)
            .Where(same => same.Count() > 1)
            .Select(same => $"{same.Key}: {string.Join(", ", same.Select(e => e.Name))}")
            .Should().BeEmpty();

    [Fact]
    public void Every_number_is_of_its_assemblys_thousand() =>
        Events.Where(e => e.Id / 1000 != (e.Assembly == Core ? 1 : 2)).Select(e => $"{e.Name} has {e.Id}").Should().BeEmpty();

    [Fact]
    public void Nobody_logs_without_a_number() =>
        new[] { Core, Web }
            .SelectMany(a => a.GetTypes())
            .Where(type => Code.UsedMembers(type).Any(m => m.DeclaringType == typeof(LoggerExtensions)))
            .Select(type => type.Written().FullName)
            .Distinct()
            .Should().BeEmpty();

    [Fact]
    public void The_lines_are_found()
    {
        // A scan that saw nothing would find nothing wrong.
        Events.Should().HaveCountGreaterThan(15);
        Events.Select(e => e.Assembly).Distinct().Should().HaveCount(2);
    }

    private sealed record LogEvent(int Id, Assembly Assembly, string Name);
}
