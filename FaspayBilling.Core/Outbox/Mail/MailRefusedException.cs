namespace FaspayBilling.Core.Outbox.Mail;

/// <summary>A mail was not taken over; the message is for people and holds the server's words.</summary>
/// <param name="words">What the server said, or why it could not be asked.</param>
/// <param name="forGood">True when trying again cannot help: the server knows no such recipient.</param>
/// <param name="inner">What was caught.</param>
/// <param name="serverAway">True when the server did not answer, or could not be reached: another mail would fare no better.</param>
public sealed class MailRefusedException(string words, bool forGood = false, Exception? inner = null, bool serverAway = false)
    : Exception(words, inner)
{
    public bool ForGood => forGood;

    public bool ServerAway => serverAway;
}
