using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support;
using FaspayBilling.Tests.Support.Web;

namespace FaspayBilling.Tests.EndToEnd;

/// <summary>
/// The running product with its demo data, and an Admin of FPY who is signed in and has given the password again: one for all tests of
/// a class that change nothing.
/// </summary>
public class DemoSite : IAsyncLifetime
{
    private TestWeb? web;
    private Guest? admin;

    public TestWeb Web => web!;

    public Guest Admin => admin!;

    protected virtual Language Language => Language.English;

    public async Task InitializeAsync()
    {
        if (Machine.WhyNotChromium is null)
        {
            web = TestWeb.WithDemo();
            admin = await Guest.ComeAsync(web, "admin@fpy.example", language: Language);
            await web.ProveAsync();
        }
    }

    public async Task DisposeAsync()
    {
        if (admin is not null)
        {
            await admin.DisposeAsync();
        }

        if (web is not null)
        {
            await web.DisposeAsync();
        }
    }
}

/// <summary>The same with an Admin who reads Indonesian.</summary>
public sealed class IndonesianSite : DemoSite
{
    protected override Language Language => Language.Indonesian;
}
