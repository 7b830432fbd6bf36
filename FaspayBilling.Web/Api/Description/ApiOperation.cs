using FaspayBilling.Web.Security;

namespace FaspayBilling.Web.Api.Description;

/// <summary>What a client of the document API asks for; each is counted for itself.</summary>
internal enum ApiOperation
{
    Token,
    Cancel,
    Reject,
    Details,
    Recent,
    DocumentTypes,
    DocumentType,
    Notifications,

    /// <summary>An address at which nothing is answered.</summary>
    None,
}

internal static class ApiOperations
{
    /// <summary>Calls a minute, as documented; where nothing is documented, as many as for reading a document.</summary>
    public static Limit Limit(this ApiOperation operation) => new(operation.ToString(), operation switch
    {
        ApiOperation.Token or ApiOperation.Cancel or ApiOperation.Reject or ApiOperation.Recent => 12,
        ApiOperation.Details => 125,
        ApiOperation.DocumentTypes or ApiOperation.DocumentType or ApiOperation.Notifications or ApiOperation.None => 60,
    });

    /// <summary>The name that error answers carry.</summary>
    public static string Text(this ApiOperation operation) => operation switch
    {
        ApiOperation.Token => "Login",
        ApiOperation.Cancel or ApiOperation.Reject => "Update Document Status",
        ApiOperation.Details => "Get Document Details",
        ApiOperation.Recent => "Get Recent Documents",
        ApiOperation.DocumentTypes => "Get Document Types",
        ApiOperation.DocumentType => "Get Document Type",
        ApiOperation.Notifications => "Get Notifications",
        ApiOperation.None => "Unknown Operation",
    };
}
