using FaspayBilling.Core.Accounts.Sessions;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Data.Writing;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Invoices.Lifecycle;
using FaspayBilling.Core.Features.TaxNumbers;
using FaspayBilling.Core.Hosting;
using FaspayBilling.Tests.Support;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Hosting;

public sealed class BackgroundJobsTests
{
    [Fact]
    public async Task A_job_that_ends_with_a_stray_cancellation_keeps_neither_the_others_nor_the_next_round_from_their_turn()
    {
        await using var db = await TestDb.MakeAsync();
        var stray = new StrayDbs();
        using var jobs = new BackgroundJobs(
            db.Get<OpenFile>(),
            new SweepOverdue(stray, db.Write, db.Clock),
            db.Get<CheckNewYear>(),
            db.Get<WorkOnce>(),
            db.Get<ForgetSessions>(),
            db.Clock,
            NoLog.For<BackgroundJobs>());
        await db.OpenAsync(await db.UserAsync(await db.Given.MerchantAsync(), "sri@fpy.example", Role.Finance));
        db.Clock.Advance(TimeSpan.FromDays(400));

        await jobs.StartAsync(default);

        await UntilAsync(async () => await db.ReadAsync(d => d.Set<UserSession>().CountAsync()) == 0);
        await UntilAsync(() =>
        {
            db.Clock.Advance(TimeSpan.FromSeconds(30));
            return Task.FromResult(stray.Asked > 1);
        });
        await jobs.StopAsync(default);
    }

    private static async Task UntilAsync(Func<Task<bool>> so)
    {
        for (var tries = 0; !await so(); tries++)
        {
            tries.Should().BeLessThan(1_500, "it should have happened by now");
            await Task.Delay(20);
        }
    }

    private sealed class StrayDbs : IDbContextFactory<BillingDb>
    {
        public int Asked { get; private set; }

        public BillingDb CreateDbContext() => throw new NotSupportedException();

        public Task<BillingDb> CreateDbContextAsync(CancellationToken cancellationToken = default)
        {
            Asked++;
            throw new OperationCanceledException("a question that took too long");
        }
    }
}
