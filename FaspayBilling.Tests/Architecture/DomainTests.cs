using System.Text.RegularExpressions;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Tests.Architecture;

/// <summary>The rules stand on the language alone: no database, no mail, no web, no files and no clock of their own.</summary>
public sealed partial class DomainTests
{
    private const string Domain = "FaspayBilling.Core.Domain";
    private static readonly string[] Machinery = ["System.Data", "System.IO", "System.Net.Http", "System.Net.Sockets", "System.Threading"];

    [Fact]
    public void The_domain_sees_the_system_and_itself_only() =>
        Uses().Where(u => !IsOwn(u.Used) && !(u.Used.IsIn("System") && !Machinery.Any(u.Used.IsIn)))
            .Select(u => $"{u.By.Written().FullName} uses {u.Used.FullName}").Distinct().Should().BeEmpty();

    [Fact]
    public void The_domains_sources_open_the_system_and_the_domain_only() =>
        Sources.Meeting(ForeignName(), file => file.IsUnder("FaspayBilling.Core/Domain")).Should().BeEmpty();

    [Fact]
    public void The_domain_has_no_clock_of_its_own() =>
        Rooms()
            .SelectMany(type => Code.UsedMembers(type)
                .Where(Clock.IsRead)
                .Select(member => $"{type.Written().FullName} reads {member.DeclaringType!.Name}.{member.Name}"))
            .Should().BeEmpty();

    [Fact]
    public void The_scan_sees_what_method_bodies_use()
    {
        // A scan that saw nothing would find nothing wrong.
        var used = Code.UsedTypes(typeof(Core.Texts.ThresholdMail));

        used.Should().Contain(typeof(System.Net.WebUtility)).And.Contain(typeof(Core.Domain.Shared.Rupiah));
        Rooms().Should().HaveCountGreaterThan(50);
    }

    private static IEnumerable<(Type By, Type Used)> Uses() =>
        Rooms().SelectMany(type => Code.UsedTypes(type).Select(used => (type, used)));

    private static IReadOnlyList<Type> Rooms() => Code.TypesIn(typeof(Refusals).Assembly, Domain);

    // The compiler puts its own helpers into the assembly, outside any room: names that nobody can write.
    private static bool IsOwn(Type type) =>
        type.IsIn(Domain)
        || (type.Assembly == typeof(Refusals).Assembly
            && (type.Name.StartsWith('<') || type.Written().Name.StartsWith('<') || type.Name == "EmbeddedAttribute"));

    [GeneratedRegex(
        @"\b(using (static )?(?!(System|FaspayBilling\.Core\.Domain)\b)[A-Z]\w*[.;])"
            + @"|\b(Microsoft|Npgsql|MudBlazor|MailKit|MimeKit)\.|FaspayBilling\.(Web|Core\.(?!Domain\b))|\bglobal::")]
    private static partial Regex ForeignName();
}
