namespace FaspayBilling.Core.Domain.Merchants;

/// <summary>What follows from the way by which tax invoices reach the tax office.</summary>
public static class TaxChannels
{
    /// <summary>Its name on screens.</summary>
    public static string Text(this TaxChannel channel) => channel switch
    {
        TaxChannel.Desktop => "e-Faktur Desktop",
        TaxChannel.Coretax => "Coretax",
        TaxChannel.Both => "e-Faktur Desktop and Coretax",
    };

    /// <summary>True when a merchant that goes by this may make the other's file.</summary>
    public static bool Allows(this TaxChannel channel, TaxChannel file) => channel == TaxChannel.Both || channel == file;

    /// <summary>True when issued invoices take a number of a range.</summary>
    public static bool TakesNumbers(this TaxChannel channel) => channel != TaxChannel.Coretax;
}
