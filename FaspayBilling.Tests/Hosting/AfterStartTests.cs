using FaspayBilling.Core.Hosting;
using Microsoft.Extensions.Hosting;

namespace FaspayBilling.Tests.Hosting;

public sealed class AfterStartTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task It_begins_when_the_program_answers_and_not_before()
    {
        using var service = new Work();
        using var program = new FakeProgram();
        using var later = new AfterStart<Work>(service, program, TimeSpan.Zero);

        await later.StartAsync(CancellationToken.None);
        var before = service.ExecuteTask;
        program.Answer();
        await service.Begun.WaitAsync(Patience);

        before.Should().BeNull();
        await later.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task It_ends_with_the_program()
    {
        using var service = new Work();
        using var later = new AfterStart<Work>(service, program: null, TimeSpan.Zero);
        await later.StartAsync(CancellationToken.None);
        await service.Begun.WaitAsync(Patience);

        await later.StopAsync(CancellationToken.None);

        service.ExecuteTask!.IsCompleted.Should().BeTrue();
    }

    [Fact]
    public async Task A_program_that_ends_before_it_answers_never_begins_it()
    {
        using var service = new Work();
        using var program = new FakeProgram();
        using var later = new AfterStart<Work>(service, program, TimeSpan.Zero);
        await later.StartAsync(CancellationToken.None);

        await later.StopAsync(CancellationToken.None);
        program.Answer();

        service.ExecuteTask.Should().BeNull();
    }

    [Fact]
    public async Task What_breaks_it_is_told_to_the_program()
    {
        using var service = new Work { Broken = true };
        using var later = new AfterStart<Work>(service, program: null, TimeSpan.Zero);
        await later.StartAsync(CancellationToken.None);

        var running = () => later.ExecuteTask!.WaitAsync(Patience);

        await running.Should().ThrowAsync<InvalidDataException>();
    }

    private sealed class Work : BackgroundService
    {
        private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool Broken { get; init; }

        public Task Begun => begun.Task;

        protected override Task ExecuteAsync(CancellationToken stoppingToken)
        {
            begun.TrySetResult();
            return Broken ? throw new InvalidDataException() : Task.Delay(Timeout.InfiniteTimeSpan, stoppingToken);
        }
    }

    private sealed class FakeProgram : IHostApplicationLifetime, IDisposable
    {
        private readonly CancellationTokenSource started = new();

        public CancellationToken ApplicationStarted => started.Token;

        public CancellationToken ApplicationStopping => CancellationToken.None;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void Answer() => started.Cancel();

        public void Dispose() => started.Dispose();

        public void StopApplication()
        {
        }
    }
}
