using FaspayBilling.Tests.Support;

namespace FaspayBilling.Tests.Faults;

/// <summary>The database's file is taken away under the running program.</summary>
public sealed class LostFileTests
{
    [LinuxFact]
    public async Task Deleted_it_takes_no_write_any_more_and_neither_the_program_nor_the_next_start_makes_a_new_one()
    {
        await using var ground = await FaultGround.MakeAsync();
        (await ground.CreateAsync("1001")).ShouldBeDone();

        File.Delete(ground.Database);

        for (var i = 0; i < 5; i++)
        {
            (await ground.CreateAsync($"200{i}")).ShouldBeRefused();
        }

        await Until.TrueAsync(() => Task.FromResult(ground.Program.Log.Contains("every write is refused")), "the sentence in the log");
        File.Exists(ground.Database).Should().BeFalse();
        (await ground.Program.StopAsync()).Should().Be(0, "{0}", ground.Program.Log);
        var (code, _, wrong) = await ground.RunAsync("serve", "--Database:Create=false");
        (code, wrong.Trim().Split('\n').Length).Should().Be((1, 1), "{0}", wrong);
        wrong.Should().Contain("There is no database").And.Contain("init");
        File.Exists(ground.Database).Should().BeFalse();
    }

    [LinuxFact]
    public async Task Moved_away_and_back_it_holds_all_that_was_answered_and_nothing_that_was_refused()
    {
        await using var ground = await FaultGround.MakeAsync();
        (await ground.CreateAsync("1001")).ShouldBeDone();

        File.Move(ground.Database, ground.Database + ".aside");
        (await ground.CreateAsync("1002")).ShouldBeRefused();
        File.Move(ground.Database + ".aside", ground.Database);

        (await ground.StoredAsync("1002")).Should().Be(0);
        (await ground.CreateAsync("1002")).ShouldBeDone();
        (await ground.StoredAsync("1001"), await ground.StoredAsync("1002")).Should().Be((1, 1));
        await ground.ShouldBeSoundAsync();
    }
}
