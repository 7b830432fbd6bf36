namespace FaspayBilling.Web.Api;

/// <summary>What a client of the document API asks for, and the bill page; each is counted for itself.</summary>
internal enum ApiOperation
{
    Token,
    FailedToken,
    Cancel,
    Reject,
    Details,
    Recent,
    DocumentTypes,
    Notifications,
    Bill,
}

internal static class ApiOperations
{
    /// <summary>Calls a minute, as documented; where nothing is documented, as many as for reading a document.</summary>
    public static int PerMinute(this ApiOperation operation) => operation switch
    {
        ApiOperation.Token or ApiOperation.FailedToken or ApiOperation.Cancel or ApiOperation.Reject or ApiOperation.Recent => 12,
        ApiOperation.Details => 125,
        ApiOperation.DocumentTypes or ApiOperation.Notifications => 60,
        ApiOperation.Bill => 120,
    };

    /// <summary>The name that error answers carry.</summary>
    public static string Text(this ApiOperation operation) => operation switch
    {
        ApiOperation.Token or ApiOperation.FailedToken => "Login",
        ApiOperation.Cancel or ApiOperation.Reject => "Update Document Status",
        ApiOperation.Details => "Get Document Details",
        ApiOperation.Recent => "Get Recent Documents",
        ApiOperation.DocumentTypes => "Get Document Types",
        ApiOperation.Notifications => "Get Notifications",
        ApiOperation.Bill => "Bill",
    };
}
