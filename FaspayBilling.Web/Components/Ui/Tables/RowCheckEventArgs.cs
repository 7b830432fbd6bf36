namespace FaspayBilling.Web.Components.Ui.Tables;

/// <summary>Which row's check box was clicked: one handler for a whole table, what the box says is read by ui.js.</summary>
public sealed class RowCheckEventArgs : EventArgs
{
    /// <summary>Null for an input that stands for no row.</summary>
    public string? Key { get; set; }

    public bool On { get; set; }
}
