using System.Diagnostics;

namespace FaspayBilling.Tests.Architecture;

/// <summary>Runs when all others have: what the whole run held at most.</summary>
[Collection(nameof(Last))]
public sealed class MemoryTests
{
    // With Chromium's and PostgreSQL's tests in the same process there is more to hold; the attacks render every page, and
    // the plans are asked of databases with thousands of rows.
    private static readonly long Most = Environment.GetEnvironmentVariable("FASPAY_TEST_ALL") == "1" ? 2560 : 2048;

    [Fact]
    public void The_tests_ran_within_two_GiB_and_two_and_a_half_with_all_servers()
    {
        using var host = Process.GetCurrentProcess();

        (host.PeakWorkingSet64 / 1024 / 1024).Should().BeLessThan(Most, "that is how many MiB the test host held at most");
    }
}
