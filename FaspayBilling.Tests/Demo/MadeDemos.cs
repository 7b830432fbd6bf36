using System.Collections.Concurrent;

namespace FaspayBilling.Tests.Demo;

/// <summary>One demo a day, made at midnight, for the tests of a class that only read.</summary>
public sealed class MadeDemos : IAsyncLifetime
{
    private readonly ConcurrentDictionary<string, Task<MadeDemo>> made = new();

    public Task<MadeDemo> OfAsync(string day) => made.GetOrAdd(day, d => MadeDemo.OnAsync(d, hour: 0));

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var demo in made.Values)
        {
            await (await demo).DisposeAsync();
        }
    }
}
