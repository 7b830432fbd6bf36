namespace FaspayBilling.Core.Configuration;

/// <summary>
/// The program cannot start; the message is for the person who starts it and says what to do: one sentence, or one line a setting.
/// </summary>
public sealed class StartRefusedException(string message, Exception? inner = null) : Exception(message, inner);
