namespace FaspayBilling.Web.Demo;

/// <summary>How far an invoice of the demo got.</summary>
internal enum DemoFate
{
    Draft,
    Proforma,
    NotPaid,
    PartlyPaid,
    Paid,

    /// <summary>Cancelled some days after the issue; holds its number.</summary>
    Cancelled,

    /// <summary>Cancelled after its number went out in an export.</summary>
    CancelledLate,

    /// <summary>Cancelled a few minutes after the issue, and its number given back.</summary>
    CancelledAtOnce,
}
