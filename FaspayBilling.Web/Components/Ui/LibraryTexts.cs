using System.Globalization;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace FaspayBilling.Web.Components.Ui;

/// <summary>The library's own texts, which it asks for wherever the reader's language is not English: those of the calendar.</summary>
internal sealed class LibraryTexts : MudLocalizer
{
    public override LocalizedString this[string key] => TextOf(key) is { } text ? new(key, text) : base[key];

    public override LocalizedString this[string key, params object[] arguments] =>
        TextOf(key) is { } text ? new(key, string.Format(CultureInfo.InvariantCulture, text, arguments)) : base[key, arguments];

    private static string? TextOf(string key) => key switch
    {
        "MudBaseDatePicker_PrevYear" => T("Previous year {0}"),
        "MudBaseDatePicker_NextYear" => T("Next year {0}"),
        "MudBaseDatePicker_PrevMonth" => T("Previous month {0}"),
        "MudBaseDatePicker_NextMonth" => T("Next month {0}"),
        _ => null,
    };
}
