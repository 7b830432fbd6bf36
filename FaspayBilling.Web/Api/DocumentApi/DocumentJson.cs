using System.Text.Json.Serialization;

namespace FaspayBilling.Web.Api.DocumentApi;

/// <summary>The document API's JSON, written by generated code.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(StateAnswer))]
[JsonSerializable(typeof(DetailsAnswer))]
[JsonSerializable(typeof(RecentAnswer))]
[JsonSerializable(typeof(DocumentTypesAnswer))]
[JsonSerializable(typeof(DocumentTypeDetails))]
[JsonSerializable(typeof(NotificationsAnswer))]
[JsonSerializable(typeof(ErrorAnswer))]
internal sealed partial class DocumentJson : JsonSerializerContext;

/// <summary>The token endpoint's JSON: OAuth writes its names with underscores.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(TokenAnswer))]
[JsonSerializable(typeof(TokenError))]
internal sealed partial class TokenJson : JsonSerializerContext;
