namespace FaspayBilling.Core.Data;

/// <summary>The program cannot start; the message is one sentence for the person who starts it, saying what to do.</summary>
public sealed class StartRefusedException(string message, Exception? inner = null) : Exception(message, inner);
