namespace FaspayBilling.Web.Security;

/// <summary>How often something may be done within a minute.</summary>
/// <param name="What">What is done; each is counted for itself.</param>
/// <param name="PerMinute">How often.</param>
public sealed record Limit(string What, int PerMinute)
{
    /// <summary>Signatures of the billing API that no credential makes.</summary>
    public static readonly Limit WrongSignature = new("wrong signature", 30);

    /// <summary>Client secrets of the document API that are wrong.</summary>
    public static readonly Limit WrongSecret = new("wrong secret", 12);

    /// <summary>Lines of the log about forms and tokens that are none: whoever sends them without end does not fill it.</summary>
    public static readonly Limit Told = new("told", 12);

    /// <summary>Sign-ins, and mails asked for by who forgot the password: more are nobody's typing.</summary>
    public static readonly Limit Account = new("account", 60);

    /// <summary>The bill page and what it links to.</summary>
    public static readonly Limit Bill = new("bill", 120);
}
