using System.Text;

namespace FaspayBilling.Web.Api;

/// <summary>A finished JSON answer.</summary>
internal sealed class JsonAnswer(int status, string body) : IResult
{
    public int Status => status;

    public string Body => body;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        httpContext.Response.StatusCode = status;
        httpContext.Response.ContentType = "application/json; charset=utf-8";
        httpContext.Response.ContentLength = bytes.Length;
        if (status == StatusCodes.Status503ServiceUnavailable)
        {
            httpContext.Response.Headers.RetryAfter = Wait.Seconds;
        }

        return httpContext.Response.Body.WriteAsync(bytes, httpContext.RequestAborted).AsTask();
    }
}
