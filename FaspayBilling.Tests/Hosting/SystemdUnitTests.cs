using System.Diagnostics;
using FaspayBilling.Tests.Architecture;
using FaspayBilling.Tests.Support;

namespace FaspayBilling.Tests.Hosting;

/// <summary>docs/systemd/faspay-billing.service, as systemd reads it.</summary>
public sealed class SystemdUnitTests
{
    private static readonly string Unit = Path.Combine(Sources.Root, "docs", "systemd", "faspay-billing.service");

    [SystemdFact]
    public async Task Systemd_finds_nothing_wrong_with_the_unit()
    {
        var folder = Directory.CreateTempSubdirectory("faspay-unit-");
        try
        {
            // Where the program will lie there is nothing on this machine.
            var copy = Path.Combine(folder.FullName, Path.GetFileName(Unit));
            var text = await File.ReadAllTextAsync(Unit);
            text.Should().Contain("ExecStart=/srv/faspay/FaspayBilling.Web");
            await File.WriteAllTextAsync(copy, text.Replace("/srv/faspay/FaspayBilling.Web", "/bin/true", StringComparison.Ordinal));

            var (code, said) = await VerifyAsync(copy);

            said.Should().BeEmpty();
            code.Should().Be(0);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task The_unit_waits_until_the_program_says_that_it_is_ready()
    {
        var lines = await File.ReadAllLinesAsync(Unit);

        lines.Should().Contain("Type=notify").And.Contain("NotifyAccess=main");
    }

    [Fact]
    public async Task The_README_shows_it_word_for_word()
    {
        var readme = await File.ReadAllTextAsync(Path.Combine(Sources.Root, "README.md"));

        readme.Should().Contain($"```ini\n{await File.ReadAllTextAsync(Unit)}```");
    }

    [Fact]
    public async Task What_cannot_start_is_not_tried_for_ever()
    {
        var lines = await File.ReadAllLinesAsync(Unit);

        lines.Should().ContainInOrder("[Unit]", "StartLimitIntervalSec=5min", "StartLimitBurst=10", "[Service]");
    }

    [Fact]
    public async Task The_README_runs_commands_with_the_account_and_the_settings_of_the_unit()
    {
        var readme = await File.ReadAllTextAsync(Path.Combine(Sources.Root, "README.md"));
        var lines = await File.ReadAllLinesAsync(Unit);
        string[] kept = ["User=", "StateDirectory=", "StateDirectoryMode=", "UMask=", "EnvironmentFile="];

        readme.Should().Contain("systemd-run ").And.Contain($"{Value(lines, "ExecStart=")} init");
        readme.Should().ContainAll(kept.Select(key => $"-p {key}{Value(lines, key)}"));
        readme.Should().ContainAll(Value(lines, "Environment=").Split(' ').Select(setting => $"-E {setting}"));
    }

    private static string Value(string[] lines, string key) =>
        lines.Single(line => line.StartsWith(key, StringComparison.Ordinal))[key.Length..];

    private static async Task<(int Code, string Said)> VerifyAsync(string unit)
    {
        var how = new ProcessStartInfo("systemd-analyze", ["verify", unit]) { RedirectStandardError = true, RedirectStandardOutput = true };
        using var verify = Process.Start(how)!;
        var said = await verify.StandardError.ReadToEndAsync() + await verify.StandardOutput.ReadToEndAsync();
        await verify.WaitForExitAsync();
        return (verify.ExitCode, said);
    }
}
