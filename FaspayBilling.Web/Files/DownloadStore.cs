using System.Collections.Concurrent;
using System.Security.Cryptography;
using FaspayBilling.Core.Configuration;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Web.Files;

/// <summary>
/// Files that were made for one user: temporary ones, each behind an address that nobody guesses and that only this user opens, gone
/// after a while.
/// </summary>
public sealed class DownloadStore(TimeProvider clock) : IDisposable
{
    /// <summary>How long a file waits to be fetched.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromMinutes(15);

    /// <summary>Files that wait for one user; one more, and the oldest goes.</summary>
    public const int MostOfUser = 5;

    private const int Piece = 64 * 1024;

    private readonly ConcurrentDictionary<string, ReadyDownload> ready = new(StringComparer.Ordinal);

    /// <summary>
    /// Makes a file by <paramref name="write"/> and keeps it for the actor; what is refused, stopped or breaks leaves nothing behind.
    /// </summary>
    /// <param name="actor">The only one who may fetch it.</param>
    /// <param name="fileName">What the browser calls it.</param>
    /// <param name="contentType">E.g. <c>application/zip</c>.</param>
    /// <param name="write">Writes the content, tells the share done (0 to 1), may refuse and may warn.</param>
    /// <param name="progress">Told that share.</param>
    /// <param name="stop">Ends the work.</param>
    /// <exception cref="IOException">The temporary file cannot be written.</exception>
    public async Task<Outcome<ReadyDownload>> MakeAsync(
        Actor actor,
        string fileName,
        string contentType,
        Func<Stream, IProgress<double>, CancellationToken, Task<Outcome>> write,
        IProgress<double> progress,
        CancellationToken stop)
    {
        var path = Path.Combine(Path.GetTempPath(), $"faspay-{Path.GetRandomFileName()}");
        try
        {
            Outcome written;
            long size;
            await using (var file = PrivateFiles.Open(path, FileMode.CreateNew, bufferSize: Piece))
            {
                written = await write(file, progress, stop);
                stop.ThrowIfCancellationRequested();
                await file.FlushAsync(stop);
                size = file.Length;
            }

            return written.Ok
                ? Outcome<ReadyDownload>.With(Keep(actor, fileName, contentType, path, size), written.Warning)
                : Outcome<ReadyDownload>.Refused(written.Refusals);
        }
        finally
        {
            if (!ready.Values.Any(d => d.Path == path))
            {
                File.Delete(path);
            }
        }
    }

    /// <summary>The file, while it is kept and if it was made for this actor, who is no less than then; otherwise null.</summary>
    public ReadyDownload? Find(Actor actor, string id)
    {
        Sweep();
        return ready.TryGetValue(id, out var found)
            && found.MerchantId == actor.MerchantId
            && found.UserId == actor.UserId
            && actor.WhyNot(found.Role) is null
                ? found
                : null;
    }

    /// <summary>Deletes what has waited too long.</summary>
    public void Sweep()
    {
        foreach (var old in ready.Values.Where(d => d.Until <= clock.GetUtcNow()))
        {
            Remove(old);
        }
    }

    public void Dispose()
    {
        foreach (var left in ready.Values)
        {
            Remove(left);
        }
    }

    private ReadyDownload Keep(Actor actor, string fileName, string contentType, string path, long size)
    {
        Sweep();
        var mine = ready.Values.Where(d => d.MerchantId == actor.MerchantId && d.UserId == actor.UserId).OrderBy(d => d.Until).ToList();
        mine.Take(mine.Count - MostOfUser + 1).ToList().ForEach(Remove);
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        return ready[id] = new ReadyDownload(
            id, actor.MerchantId, actor.UserId, actor.Role, fileName, contentType, path, size, clock.GetUtcNow() + Kept);
    }

    private void Remove(ReadyDownload download)
    {
        if (ready.TryRemove(download.Id, out _))
        {
            File.Delete(download.Path);
        }
    }
}
