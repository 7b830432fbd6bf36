using FaspayBilling.Tests.Support;

namespace FaspayBilling.Tests.EndToEnd;

/// <summary>The running product with its demo data, and an Admin of FPY who is signed in: one for all tests of a class that change nothing.</summary>
public sealed class DemoSite : IAsyncLifetime
{
    private TestWeb? web;
    private Guest? admin;

    public TestWeb Web => web!;

    public Guest Admin => admin!;

    public async Task InitializeAsync()
    {
        if (Machine.WhyNotChromium is null)
        {
            web = TestWeb.WithDemo();
            admin = await Guest.ComeAsync(web, "admin@fpy.example");
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
