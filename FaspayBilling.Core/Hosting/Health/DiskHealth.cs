using System.Globalization;
using FaspayBilling.Core.Configuration;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Outbox.Mail;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FaspayBilling.Core.Hosting.Health;

/// <summary>
/// Whether the disks of the SQLite file and of the mail folder have room. Too little is degraded: what is full refuses by itself, and
/// until then everything works.
/// </summary>
public sealed class DiskHealth(DatabaseSettings database, MailSettings mail, HealthSettings settings) : IHealthCheck
{
    private const long Megabyte = 1_000_000;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            // The mail folder is made by the first mail.
            var free = Folders().Select(PrivateFiles.Nearest).Distinct(StringComparer.Ordinal)
                .Select(f => (Folder: f, Free: Free(f)))
                .ToList();
            var words = string.Join(", ", free.Select(f => string.Create(
                CultureInfo.InvariantCulture, $"{f.Folder}: {f.Free} MB free")));
            return Task.FromResult(free.Exists(f => f.Free < settings.FreeMegabytes)
                ? HealthCheckResult.Degraded(words)
                : HealthCheckResult.Healthy(words));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return Task.FromResult(HealthCheckResult.Degraded("The free space cannot be read.", unreadable));
        }
    }

    private static long Free(string folder) =>
        new DriveInfo(OperatingSystem.IsWindows() ? Path.GetPathRoot(folder)! : folder).AvailableFreeSpace / Megabyte;

    private IEnumerable<string> Folders()
    {
        if (!database.IsPostgres)
        {
            yield return Path.GetDirectoryName(Path.GetFullPath(database.Path))!;
        }

        if (!mail.HasHost)
        {
            yield return Path.GetFullPath(mail.Folder);
        }
    }
}
