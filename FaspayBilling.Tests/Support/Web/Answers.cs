using System.Net;

namespace FaspayBilling.Tests.Support.Web;

/// <summary>What an answer leads to or says.</summary>
internal static class Answers
{
    /// <summary>Where a redirect leads: path and query; null for anything else.</summary>
    public static string? LeadsTo(this HttpResponseMessage answer) =>
        answer.StatusCode is HttpStatusCode.Found or HttpStatusCode.SeeOther
            ? new Uri(answer.RequestMessage!.RequestUri!, answer.Headers.Location!).PathAndQuery
            : null;

    /// <summary>The alert that the page shows.</summary>
    public static async Task<string?> AlertAsync(this HttpResponseMessage answer) =>
        HttpVisitor.Parse(await answer.Content.ReadAsStringAsync()).QuerySelector("[role=alert]")?.TextContent.Trim();
}
