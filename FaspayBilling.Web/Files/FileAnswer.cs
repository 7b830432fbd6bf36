using System.Net.Mime;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Web.Texts;
using Microsoft.Net.Http.Headers;

namespace FaspayBilling.Web.Files;

/// <summary>A file that goes out: never kept by caches, and its name never becomes more than a name.</summary>
internal sealed class FileAnswer : IResult
{
    public const string Pdf = MediaTypeNames.Application.Pdf;

    private readonly string disposition;
    private readonly string name;
    private readonly IResult content;

    private FileAnswer(string disposition, string name, IResult content) =>
        (this.disposition, this.name, this.content) = (disposition, name, content);

    /// <summary>The file that was found, or 404 with why not: another merchant's looks like none.</summary>
    public static IResult Of<TFile>(Outcome<TFile> found, Func<TFile, FileAnswer> answer) =>
        found.Ok ? answer(found.Value) : Gone(found.Refusal!.Say());

    /// <summary>Shown by the browser itself.</summary>
    public static FileAnswer Shown(string name, string contentType, byte[] bytes) =>
        new("inline", name, Results.Bytes(bytes, contentType));

    /// <summary>Saved by the browser.</summary>
    public static FileAnswer Saved(string name, string contentType, byte[] bytes) =>
        new("attachment", name, Results.Bytes(bytes, contentType));

    /// <summary>Saved by the browser; the stream is closed afterwards.</summary>
    public static FileAnswer Saved(string name, string contentType, Stream content) =>
        new("attachment", name, Results.Stream(content, contentType));

    /// <summary>There is no such file.</summary>
    public static IResult Gone(string why) =>
        Results.Text(why, "text/plain; charset=utf-8", statusCode: StatusCodes.Status404NotFound);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var header = new ContentDispositionHeaderValue(disposition);
        header.SetHttpFileName(name);
        httpContext.Response.Headers.ContentDisposition = header.ToString();
        httpContext.Response.Headers.CacheControl = "private, no-store";
        return content.ExecuteAsync(httpContext);
    }
}
