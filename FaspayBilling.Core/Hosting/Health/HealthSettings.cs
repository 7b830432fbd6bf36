using FaspayBilling.Core.Configuration;

namespace FaspayBilling.Core.Hosting.Health;

/// <summary>From where on an installation is not well; settings section <c>Health</c>.</summary>
/// <param name="Patience">How long the database may take to answer.</param>
/// <param name="Overdue">For how long a row of an outbox may be due.</param>
/// <param name="FreeMegabytes">How much of the disk must be free.</param>
/// <param name="Details">Whoever asks is told each check, not the word alone.</param>
public sealed record HealthSettings(TimeSpan Patience, TimeSpan Overdue, int FreeMegabytes, bool Details)
{
    internal static HealthSettings Read(SettingsReader read) => new(
        TimeSpan.FromSeconds(read.Whole("Health:DatabaseSeconds", usual: 2, least: 1, most: 60)),
        TimeSpan.FromMinutes(read.Whole("Health:OutboxMinutes", usual: 15, least: 1, most: 10_080)),
        read.Whole("Health:FreeDiskMegabytes", usual: 500, least: 0, most: 1_000_000_000),
        read.Flag("Health:Details", usual: false));
}
