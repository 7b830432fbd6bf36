using System.Runtime.Versioning;
using FaspayBilling.Tests.Support;

namespace FaspayBilling.Tests.Faults;

/// <summary>Rights that the program's account loses. Root may do everything, so the program runs as nobody.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class ReadOnlyTests
{
    private const UnixFileMode OnlyRead = UnixFileMode.UserRead;
    private const UnixFileMode OnlyReadFolder = OnlyRead | UnixFileMode.UserExecute;

    [OtherAccountFact]
    public async Task A_file_that_became_read_only_loses_nothing_and_a_read_only_folder_stops_the_next_start_with_one_sentence()
    {
        await using var ground = await FaultGround.MakeAsync(starter: Starters.LimitedNobody);
        var first = await ground.CreateAsync("1001");
        first.ShouldBeDone();

        // Else the folder of mails, which the first one makes, could be what the next start misses.
        await ground.AllMailsLeaveAsync();

        // What is open already may stay writable whatever the rights say; then what is answered as done is there.
        File.SetUnixFileMode(ground.Database, OnlyRead);
        var second = await ground.CreateAsync("1002");
        (await ground.StoredAsync("1002")).Should().Be(second.Status == 200 ? 1 : 0);
        if (second.Status != 200)
        {
            second.ShouldBeRefused();
        }

        (await ground.InquireAsync("1001", first.Bill)).ShouldBeDone();
        (await ground.Program.StopAsync()).Should().Be(0, "{0}", ground.Program.Log);
        File.SetUnixFileMode(ground.Database, FileModes.OwnFile);
        await ground.LetGoAsync();

        // What SQLite puts beside the file went with the last who had it open, and cannot be made again.
        File.Exists(ground.Database + "-wal").Should().BeFalse();
        File.SetUnixFileMode(ground.Folder, OnlyReadFolder);
        await ShouldNotStartAsync(ground);
        File.SetUnixFileMode(ground.Folder, FileModes.OwnFolder);

        await ground.Program.StartAsync();
        (await ground.CreateAsync("1002")).ShouldBeDone();
        (await ground.CreateAsync("1003")).ShouldBeDone();
        (await ground.StoredAsync("1001"), await ground.StoredAsync("1002"), await ground.StoredAsync("1003")).Should().Be((1, 1, 1));
        await ground.ShouldBeSoundAsync();
    }

    [OtherAccountFact]
    public async Task A_file_that_may_only_be_read_stops_the_start_with_one_sentence_until_it_may_be_written()
    {
        await using var ground = await FaultGround.MakeAsync(starter: Starters.LimitedNobody);
        (await ground.CreateAsync("1001")).ShouldBeDone();
        (await ground.Program.StopAsync()).Should().Be(0, "{0}", ground.Program.Log);
        await ground.LetGoAsync();

        File.SetUnixFileMode(ground.Database, OnlyRead);
        await ShouldNotStartAsync(ground);
        File.SetUnixFileMode(ground.Database, FileModes.OwnFile);

        await ground.Program.StartAsync();
        (await ground.CreateAsync("1002")).ShouldBeDone();
        await ground.ShouldBeSoundAsync();
    }

    private static async Task ShouldNotStartAsync(FaultGround ground)
    {
        var (code, told, wrong) = await ground.RunAsync("serve");
        (code, told).Should().Be((1, ""), "{0}", wrong);
        wrong.Trim().Should().NotContain("\n").And.Contain("Database:Path");
    }
}
