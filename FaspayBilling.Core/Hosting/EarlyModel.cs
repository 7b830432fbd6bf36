using FaspayBilling.Core.Data;
using Microsoft.Extensions.DependencyInjection;

namespace FaspayBilling.Core.Hosting;

/// <summary>Makes EF's model of the database on another processor while the rest of the program is put together.</summary>
public static class EarlyModel
{
    /// <summary>Nobody has to wait for it: who needs the model earlier waits for what is left of it, and is told what is wrong.</summary>
    /// <param name="program">The services of the program: a context of other options would have a model of its own.</param>
    public static Task Begin(IServiceProvider program) => Task.Run(() =>
    {
        // That of a scope opens nothing: a command may need the file for itself.
        using var scope = program.CreateScope();
        return scope.ServiceProvider.GetRequiredService<BillingDb>().Model;
    });
}
