using FaspayBilling.Core.Domain.Invoices.Payments;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Reports;
using FaspayBilling.Web.Components.Ui.Tables;

namespace FaspayBilling.Web.Components.Pages.Reports;

/// <summary>What the report and its print view share: what their address asks for, and how the classes are worded.</summary>
internal static class AgingTexts
{
    public const string SearchKey = "q";
    public const string AsOfKey = "asof";

    /// <summary>Of today where the address names no day.</summary>
    public static AgingQuery QueryOf(ListUrl url, TimeProvider clock) => new()
    {
        AsOf = url.Day(AsOfKey) ?? JakartaCalendar.DayOf(clock.Now()),
        Search = url.Search ?? "",
        Page = url.Page,
        Size = url.Size,
    };

    public static string Name(AgingClass name) => name switch
    {
        AgingClass.Current => T("Current"),
        AgingClass.To30 => T("1–30 days"),
        AgingClass.To60 => T("31–60 days"),
        AgingClass.To90 => T("61–90 days"),
        AgingClass.To120 => T("91–120 days"),
        AgingClass.Older => T(">120 days"),
    };
}
