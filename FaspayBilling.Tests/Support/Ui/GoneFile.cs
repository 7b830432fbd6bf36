using Bunit;
using FaspayBilling.Web.Components.Ui.Fields;
using Microsoft.AspNetCore.Components.Forms;

namespace FaspayBilling.Tests.Support.Ui;

/// <summary>A file that was changed or deleted after it was chosen: the browser does not hand it out any more.</summary>
/// <param name="name">As it was chosen.</param>
/// <param name="gone">The exception by which Blazor says so.</param>
internal sealed class GoneFile(string name, Type gone) : IBrowserFile
{
    public string Name => name;

    public DateTimeOffset LastModified => default;

    public long Size => 100;

    public string ContentType => "application/octet-stream";

    public Stream OpenReadStream(long maxAllowedSize = 512_000, CancellationToken cancellationToken = default) =>
        throw (Exception)Activator.CreateInstance(gone)!;

    /// <summary>Chooses it in the one field for a file that the page has.</summary>
    public async Task ChooseAsync(IRenderedComponent<Screen> page)
    {
        page.WaitForAssertion(() => page.FindComponent<FileDrop>());
        var drop = page.FindComponent<FileDrop>();
        await drop.InvokeAsync(() => drop.Instance.FileChanged.InvokeAsync(this));
    }
}
