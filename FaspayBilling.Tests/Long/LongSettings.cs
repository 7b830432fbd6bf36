using System.Globalization;

namespace FaspayBilling.Tests.Long;

/// <summary>What asks for a long form, and how much of it.</summary>
internal static class LongSettings
{
    /// <summary>So many mails wait for a mail server that hangs.</summary>
    public const string Mails = "FASPAY_LONG_MAILS";

    /// <summary>So large a SQLite database is made and kept for the next time.</summary>
    public const string Gigabytes = "FASPAY_LONG_GIGABYTES";

    /// <summary>Where large files stay; a folder of the temporary one else.</summary>
    private const string Place = "FASPAY_LONG_FOLDER";

    /// <summary>To which file each form adds its figures; one of the temporary folder else.</summary>
    private const string Written = "FASPAY_LONG_FIGURES";

    public static string Folder =>
        Environment.GetEnvironmentVariable(Place) ?? Path.Combine(Path.GetTempPath(), "faspay-long");

    public static string Figures =>
        Environment.GetEnvironmentVariable(Written) ?? Path.Combine(Path.GetTempPath(), "faspay-long.json");

    public static double NumberOf(string setting) =>
        double.Parse(Environment.GetEnvironmentVariable(setting)!, CultureInfo.InvariantCulture);
}
