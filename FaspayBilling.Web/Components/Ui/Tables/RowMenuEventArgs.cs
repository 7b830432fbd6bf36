using Microsoft.AspNetCore.Components;

namespace FaspayBilling.Web.Components.Ui.Tables;

/// <summary>Which row's menu was asked for: one handler for a whole table, raised by ui.js.</summary>
public sealed class RowMenuEventArgs : EventArgs
{
    public string? Key { get; set; }
}

[EventHandler("onrowmenu", typeof(RowMenuEventArgs), enableStopPropagation: false, enablePreventDefault: false)]
[EventHandler("onrowcheck", typeof(RowCheckEventArgs), enableStopPropagation: false, enablePreventDefault: false)]
public static class EventHandlers;
