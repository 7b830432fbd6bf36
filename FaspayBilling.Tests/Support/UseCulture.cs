using System.Globalization;

namespace FaspayBilling.Tests.Support;

/// <summary>Another machine culture for the length of a test, put back at its end.</summary>
internal sealed class UseCulture : IDisposable
{
    private readonly CultureInfo before = CultureInfo.CurrentCulture;
    private readonly CultureInfo beforeUi = CultureInfo.CurrentUICulture;

    public UseCulture(CultureInfo culture) => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = culture;

    public UseCulture(string name)
        : this(CultureInfo.GetCultureInfo(name))
    {
    }

    public void Dispose()
    {
        CultureInfo.CurrentCulture = before;
        CultureInfo.CurrentUICulture = beforeUi;
    }
}
