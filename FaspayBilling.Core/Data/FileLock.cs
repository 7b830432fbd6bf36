using FaspayBilling.Core.Configuration;

namespace FaspayBilling.Core.Data;

/// <summary>Holds a file open for this process alone.</summary>
internal static class FileLock
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <exception cref="StartRefusedException">Another process holds it for over a minute.</exception>
    public static async Task<FileStream> TakeAsync(string path, CancellationToken stop)
    {
        for (var waited = TimeSpan.Zero; ; waited += TimeSpan.FromMilliseconds(200))
        {
            try
            {
                return PrivateFiles.Open(path, FileMode.OpenOrCreate, FileOptions.None);
            }
            catch (IOException) when (waited < Patience && File.Exists(path))
            {
                await Task.Delay(200, stop);
            }
            catch (IOException broken) when (File.Exists(path))
            {
                throw new StartRefusedException(
                    $"Another FaspayBilling is starting on this database, or restoring it ({path} is held). Wait until it is done.",
                    broken);
            }
        }
    }
}
