using FaspayBilling.Tests.Support.Web;

namespace FaspayBilling.Tests.Api;

/// <summary>One running product with the demo, for a class of tests that change nothing in it.</summary>
public sealed class DemoWeb : IAsyncLifetime
{
    public TestWeb Web { get; private set; } = null!;

    public Task InitializeAsync()
    {
        Web = TestWeb.WithDemo();
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await Web.DisposeAsync();
}
