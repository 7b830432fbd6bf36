using System.Reflection;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.AspNetCore.Components;

namespace FaspayBilling.Tests.Architecture;

/// <summary>The arrows of the house: Web to Features, Features to Data and Mail, all of them to Domain; never the other way.</summary>
public sealed class ArrowsTests
{
    private const string Data = "FaspayBilling.Core.Data";
    private const string Features = "FaspayBilling.Core.Features";
    private const string Mail = "FaspayBilling.Core.Outbox.Mail";
    private const string Pages = "FaspayBilling.Web.Components.Pages";

    private static readonly Assembly Core = typeof(Refusals).Assembly;
    private static readonly Assembly Web = typeof(Program).Assembly;

    [Fact]
    public void Only_the_start_of_the_program_and_the_demo_know_the_database() =>
        Uses(Web.GetTypes(), used => used.IsIn(Data) || used.IsIn("Microsoft.EntityFrameworkCore"))
            .Where(use => !use.StartsWith("FaspayBilling.Web.Start uses", StringComparison.Ordinal)
                && !use.StartsWith("FaspayBilling.Web.Demo.", StringComparison.Ordinal))
            .Should().BeEmpty();

    [Fact]
    public void Core_knows_no_screen_and_no_request() =>
        Uses(
            Core.GetTypes(),
            used => used.Assembly == Web || used.IsIn("Microsoft.AspNetCore.Http") || used.IsIn("Microsoft.AspNetCore.Components"))
            .Should().BeEmpty();

    [Theory]
    [InlineData("FaspayBilling.Core.Data", "FaspayBilling.Core.Features")]
    [InlineData("FaspayBilling.Core.Outbox", "FaspayBilling.Core.Features")]
    [InlineData("FaspayBilling.Core.Formats", "FaspayBilling.Core.Features")]
    [InlineData("FaspayBilling.Core.Formats", "FaspayBilling.Core.Data")]
    [InlineData("FaspayBilling.Core.Features", "Microsoft.AspNetCore")]
    public void No_arrow_goes_from(string room, string to) => Uses(Code.TypesIn(Core, room), used => used.IsIn(to)).Should().BeEmpty();

    [Fact]
    public void Mail_goes_over_one_library_and_one_room_knows_it() =>
        Uses(Core.GetTypes().Concat(Web.GetTypes()), used => used.IsIn("System.Net.Mail")).Concat(
            Uses(
                Core.GetTypes().Except(Code.TypesIn(Core, Mail)).Concat(Web.GetTypes()),
                used => used.IsIn("MailKit") || used.IsIn("MimeKit")))
            .Should().BeEmpty();

    [Fact]
    public void No_page_names_another_page()
    {
        var routed = Code.TypesIn(Web, Pages).Where(t => t.GetCustomAttributes<RouteAttribute>().Any()).ToHashSet();

        routed.Should().NotBeEmpty();
        routed
            .SelectMany(page => Parts(page)
                .SelectMany(Code.UsedTypes)
                .Where(used => used != page && routed.Contains(used))
                .Select(used => $"{page.FullName} uses {used.FullName}"))
            .Should().BeEmpty();
    }

    [Fact]
    public void Core_knows_no_component_library() => Uses(Core.GetTypes(), used => used.IsIn("MudBlazor")).Should().BeEmpty();

    [Fact]
    public void The_scan_sees_what_is_there()
    {
        // A scan that saw nothing would find nothing wrong.
        Uses(Code.TypesIn(Core, Features), used => used.IsIn(Data)).Should().NotBeEmpty();
        Uses(Code.TypesIn(Core, Mail), used => used.IsIn("MimeKit")).Should().NotBeEmpty();
        Uses(Web.GetTypes(), used => used.IsIn("MudBlazor")).Should().NotBeEmpty();
    }

    private static IEnumerable<Type> Parts(Type type) =>
        type.GetNestedTypes(BindingFlags.Public | BindingFlags.NonPublic).SelectMany(Parts).Append(type);

    private static IEnumerable<string> Uses(IEnumerable<Type> types, Func<Type, bool> forbidden) =>
        types.SelectMany(type => Code.UsedTypes(type).Where(forbidden).Select(used => $"{type.Written().FullName} uses {used.FullName}"))
            .Distinct()
            .ToList();
}
