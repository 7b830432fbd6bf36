using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Data.Writing;

public sealed class MerchantTurnsTests
{
    private static readonly AuditedAction Attempt = new(HistorySubject.Merchant, "merchant.offer-set-up");

    [PostgresFact]
    public async Task Many_writers_of_one_merchant_leave_connections_to_the_others()
    {
        await using var made = await TestDb.MakeAsync(Database.Postgres);
        var (busy, other) = (await made.Given.MerchantAsync(), await made.Given.MerchantAsync("TKO"));
        await using var db = TestDb.Open(new()
        {
            ["Database:Provider"] = "Postgres",
            ["Database:ConnectionString"] = $"{made.Settings["Database:ConnectionString"]};Maximum Pool Size=4",
            ["Database:WaitSeconds"] = "2",
        });
        var (begun, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        var first = RunAsync(db, busy.Id, async () =>
        {
            begun.SetResult();
            await goOn.Task;
        });
        await begun.Task;

        var waiting = Enumerable.Range(0, 40).Select(_ => RunAsync(db, busy.Id, () => Task.CompletedTask)).ToList();
        (await RunAsync(db, other.Id, () => Task.CompletedTask)).Ok.Should().BeTrue();
        (await db.ReadAsync(d => d.Set<Merchant>().CountAsync())).Should().Be(2);
        waiting.Should().NotContain(w => w.IsCompleted);
        goOn.SetResult();

        (await first).Ok.Should().BeTrue();
        (await Task.WhenAll(waiting)).Should().OnlyContain(o => o.Ok);
    }

    private static Task<Outcome> RunAsync(TestDb db, long merchant, Func<Task> during) =>
        db.Write.RunAsync(Actor.System(merchant), Attempt, async _ =>
        {
            await during();
            return Outcome.Done;
        }, default);
}
