using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Domain.ApiAccess;

/// <summary>The "no" about systems that call the APIs.</summary>
public static class ApiRefusals
{
    public static readonly Refusal IdempotencyKeyReused = Refusal.Rule("idempotency.other-request");
    public static readonly Refusal TokenClient = Refusal.Of(RefusalKind.NotAllowed, "token.client", field: null);
    public static readonly Refusal TokenTaxpayer = Refusal.Of(RefusalKind.NotAllowed, "token.taxpayer", field: null);
    public static readonly Refusal ApiCredentialNotFound = Refusal.NotFound("api-credential.not-found");
    public static readonly Refusal ApiSignature = Refusal.Of(RefusalKind.NotAllowed, "api-credential.signature", field: null);
    public static readonly Refusal ApiClientNotFound = Refusal.NotFound("api-client.not-found");
    public static readonly Refusal ApiClientName = Refusal.Bad("api-client.name", "Name");
    public static readonly Refusal RepresentationNotFound = Refusal.NotFound("representation.not-found");
    public static readonly Refusal RepresentationClient = Refusal.Bad("representation.client", "ClientId");
    public static readonly Refusal RepresentationPermissions = Refusal.Bad("representation.permissions", "MayView");

    public static Refusal RepresentationFrom(DayRange days) =>
        Refusal.Bad("representation.from", "From", ("first", days.First), ("last", days.Last));

    public static Refusal RepresentationTo(DayRange days) =>
        Refusal.Bad("representation.to", "To", ("first", days.First), ("last", days.Last));
}
