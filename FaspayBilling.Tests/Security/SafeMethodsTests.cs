using FaspayBilling.Tests.Support.Web;

namespace FaspayBilling.Tests.Security;

/// <summary>A GET only reads: a link, a picture or a browser that fetches ahead would change something.</summary>
public sealed class SafeMethodsTests
{
    [Fact]
    public async Task A_GET_neither_signs_out_nor_changes_the_language()
    {
        await using var web = TestWeb.WithDemo();
        using var visitor = new HttpVisitor(web);
        (await visitor.SignInAsync("viewer@fpy.example")).Dispose();

        (await visitor.GetAsync("/account/sign-out?returnUrl=%2F")).Dispose();
        (await visitor.GetAsync("/account/language?language=Indonesian")).Dispose();

        (await visitor.ReadAsync("/billings")).DocumentElement.GetAttribute("lang").Should().Be("en");
    }
}
