namespace FaspayBilling.Web.Components.Ui.Tables;

/// <summary>How a column stands on a phone.</summary>
public enum PhoneCell
{
    /// <summary>The column's name and the value, as many as fit on a line.</summary>
    Labelled,

    /// <summary>The value alone, at the end of the first line.</summary>
    Beside,

    /// <summary>The value alone, on a line that it shares.</summary>
    Bare,

    Hidden,
}
