using FaspayBilling.Core.Configuration;
using FaspayBilling.Core.Domain.TaxOffice.Files;
using Microsoft.AspNetCore.Components.Forms;

namespace FaspayBilling.Web.Components.Pages.EFaktur;

/// <summary>A chosen file, received into a temporary one that goes when it is closed or the process ends.</summary>
internal static class UploadedZip
{
    private const int Piece = 128 * 1024;

    /// <summary>Reads the browser's file to its end; the name of the temporary one owes nothing to it.</summary>
    /// <param name="chosen">What the user chose; at most 100 MB.</param>
    /// <param name="received">Told the share that has arrived, 0 to 1.</param>
    /// <param name="stop">Ends the transfer.</param>
    /// <exception cref="IOException">The file is too large, or could not be read any more.</exception>
    public static async Task<FileStream> ReceiveAsync(IBrowserFile chosen, Action<double> received, CancellationToken stop)
    {
        var file = PrivateFiles.Open(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
            FileMode.CreateNew,
            FileOptions.DeleteOnClose | FileOptions.Asynchronous,
            Piece);
        if (!OperatingSystem.IsWindows())
        {
            // Without a name it goes with the process too, however that ends.
            File.Delete(file.Name);
        }

        try
        {
            await using var sent = chosen.OpenReadStream(TaxFileLimits.Archive, stop);
            var buffer = new byte[Piece];
            for (int read; (read = await sent.ReadAsync(buffer, stop)) > 0;)
            {
                await file.WriteAsync(buffer.AsMemory(0, read), stop);
                received((double)file.Length / Math.Max(1, chosen.Size));
            }

            file.Position = 0;
            return file;
        }
        catch (InvalidOperationException changed)
        {
            // The browser hands out no file that was changed or deleted after it was chosen.
            await file.DisposeAsync();
            throw new IOException("The file could not be read.", changed);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }
}
