using Microsoft.Net.Http.Headers;

namespace FaspayBilling.Web.Security;

internal static class SecurityHeaders
{
    // Styles inline: the component library positions its parts by style attributes. Pictures as data: the merchant's logo.
    private const string Policy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
            + "font-src 'self'; connect-src 'self'; "
            + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>
    /// On every answer, also on those that send to the sign-in page and on what the framework refuses before the way of
    /// <see cref="SecurityServices.UseSecurity"/>.
    /// </summary>
    public static IServiceCollection AddSecurityHeaders(this IServiceCollection services)
    {
        // Filters of the start stand in this order before that way; the check of host names is the first of the framework's.
        services.Insert(0, ServiceDescriptor.Transient<IStartupFilter, First>());
        return services;
    }

    private static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = Policy;
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";

            // Scripts, styles and what the framework answers by itself do not say it.
            if (LacksCharset(context.Response.ContentType))
            {
                context.Response.ContentType += "; charset=utf-8";
            }

            if (headers.CacheControl.Count == 0)
            {
                // Pages show names and money. Scripts and styles say for themselves how long they are kept.
                headers.CacheControl = "no-store";
            }

            return Task.CompletedTask;
        });
        return next(context);
    });

    // JSON is UTF-8 by definition, and pictures and PDFs are no texts.
    private static bool LacksCharset(string? contentType) =>
        contentType?.EndsWith("charset=utf-8", StringComparison.Ordinal) != true
        && MediaTypeHeaderValue.TryParse(contentType, out var type)
        && !type.Charset.HasValue
        && (type.Type.Equals("text", StringComparison.OrdinalIgnoreCase)
            || type.SubType.Equals("xml", StringComparison.OrdinalIgnoreCase)
            || type.Suffix.Equals("xml", StringComparison.OrdinalIgnoreCase));

    private sealed class First : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.UseSecurityHeaders();
            next(app);
        };
    }
}
