namespace FaspayBilling.Web.Api.DocumentApi;

/// <summary>
/// An error of the document API: the names that the service sends and those that its documentation has, side by side
/// (docs/sources/myinvois.md 2.2).
/// </summary>
internal sealed record ErrorAnswer(string Status, string Name, ErrorBody Error);

/// <summary>
/// <see cref="Code"/>, <see cref="Message"/>, <see cref="Target"/> and <see cref="Details"/> as seen on the wire; the others as documented.
/// </summary>
internal sealed record ErrorBody(
    string Code, string Message, string Target, string? PropertyName, string? PropertyPath, string ErrorCode, string Error, string ErrorMS,
    IReadOnlyList<ErrorDetail> Details, IReadOnlyList<ErrorBody>? InnerError);

/// <summary>One reason.</summary>
internal sealed record ErrorDetail(string Code, string Message, string Target);

/// <summary>An error of the token endpoint, as OAuth has it.</summary>
internal sealed record TokenError(string Error, string ErrorDescription);
