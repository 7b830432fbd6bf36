namespace FaspayBilling.Core.Outbox.Mail;

/// <summary>A mail on its way out.</summary>
/// <param name="To">The one recipient.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">The body as plain text.</param>
/// <param name="Html">The same body as HTML.</param>
/// <param name="MessageId">With angle brackets; the same at every attempt.</param>
public sealed record OutgoingMail(string To, string Subject, string Text, string Html, string MessageId)
{
    public IReadOnlyList<OutgoingFile> Files { get; init; } = [];
}
