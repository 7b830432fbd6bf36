using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Domain.Customers;

/// <summary>A phone number: a country's code and the contact number, stored as <c>+62 8123456789</c>.</summary>
public static class PhoneNumber
{
    /// <summary>Indonesia.</summary>
    public const string Home = "62";

    /// <summary>The stored form; empty without a contact number.</summary>
    public static string Text(string code, string contact) => contact.Length == 0 ? "" : $"+{code} {contact}";

    /// <summary>Code and contact number of a stored, typed or imported phone; one without a plus is Indonesian.</summary>
    public static (string Code, string Contact) Parse(string phone)
    {
        var text = PlainText.Line(phone).Trim('(', ' ');
        if (!text.StartsWith('+'))
        {
            return (Home, text);
        }

        var digits = new string([.. text.Skip(1).TakeWhile(char.IsAsciiDigit)]);
        var code = Countries.All.Select(c => c.PhoneCode).Where(c => digits.StartsWith(c, StringComparison.Ordinal)).MaxBy(c => c.Length)
            ?? digits;
        return (code, text[(1 + code.Length)..].Trim(')', ' ', '-', '–', '('));
    }

    /// <summary>True for 4 to 15 digits among blanks, hyphens, dots and brackets.</summary>
    public static bool IsContact(string contact) =>
        contact.Length <= 30
        && contact.All(c => char.IsAsciiDigit(c) || c is ' ' or '-' or '.' or '(' or ')' or '/')
        && contact.Count(char.IsAsciiDigit) is >= 4 and <= 15;
}
