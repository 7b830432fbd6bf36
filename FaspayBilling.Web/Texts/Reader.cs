using System.Globalization;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Web.Texts;

/// <summary>Who reads the page that is made now.</summary>
public static class Reader
{
    /// <summary>The reader's language: set for each request from the user, and kept by the open page.</summary>
    public static Language Language =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "id" ? Language.Indonesian : Language.English;
}
