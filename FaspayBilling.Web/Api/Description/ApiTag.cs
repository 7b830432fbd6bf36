namespace FaspayBilling.Web.Api.Description;

/// <summary>The parts of the document.</summary>
internal static class ApiTag
{
    public const string Billing = "Billing API";
    public const string Documents = "Document API";

    public static readonly IReadOnlyList<(string Name, string Text)> All =
    [
        (
            Billing,
            "Faspay's billing API: invoices are listed, bills are made, asked for and cancelled. Every call is signed; what is wrong is "
                + "answered with HTTP 200, response_code 01 and a message that begins with the parameter."),
        (
            Documents,
            "Issued invoices as documents, shaped like MyInvois: a token for an hour, then cancelling, rejecting and reading. Moments are "
                + "UTC."),
    ];
}
