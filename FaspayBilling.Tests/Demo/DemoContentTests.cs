using System.Text;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support.Web;
using FaspayBilling.Web.Components;
using FaspayBilling.Web.Demo;

namespace FaspayBilling.Tests.Demo;

public sealed class DemoContentTests
{
    [Fact]
    public void The_file_says_what_the_README_says()
    {
        var demo = DemoContent.Found!;

        demo.Password.Should().Be(DemoAccess.Password);
        demo.Api.Should().BeEquivalentTo(new
        {
            DemoAccess.Username,
            DemoAccess.OtherUsername,
            Password = DemoAccess.ApiPassword,
            DemoAccess.ClientId,
            DemoAccess.OtherClientId,
            DemoAccess.IntermediaryClientId,
            DemoAccess.ClientSecret,
        });
    }

    [Theory]
    [InlineData(DemoAccess.Password)]
    [InlineData(DemoAccess.ApiPassword)]
    [InlineData(DemoAccess.ClientSecret)]
    public void No_password_of_it_is_in_the_program(string password)
    {
        foreach (var assembly in new[] { typeof(App).Assembly, typeof(Refusal).Assembly })
        {
            var program = File.ReadAllBytes(assembly.Location).AsSpan();

            // The compiler stores text in two bytes a character, and names in one.
            (program.IndexOf(Encoding.Unicode.GetBytes(password)) + program.IndexOf(Encoding.UTF8.GetBytes(password)))
                .Should().Be(-2, assembly.GetName().Name);
        }
    }
}
