using System.Diagnostics;
using System.Reflection;

namespace FaspayBilling.Tests.Architecture;

/// <summary>What reads the machine's clock instead of the one that was handed in.</summary>
internal static class Clock
{
    private static readonly HashSet<MemberInfo> Readings =
    [
        .. Getters(typeof(DateTime), "Now", "UtcNow", "Today"),
        .. Getters(typeof(DateTimeOffset), "Now", "UtcNow"),
        .. Getters(typeof(TimeProvider), "System"),
        .. Getters(typeof(Environment), "TickCount", "TickCount64"),
    ];

    public static bool IsRead(MemberInfo member) => Readings.Contains(member) || member.DeclaringType == typeof(Stopwatch);

    private static IEnumerable<MemberInfo> Getters(Type type, params string[] names) =>
        names.Select(name => type.GetProperty(name)!.GetMethod!);
}
