using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Domain.Merchants;

/// <summary>What a merchant switched on, who is told when numbers run low, and how long a cancellation is possible.</summary>
public sealed class BillingSettings : IMerchantOwned
{
    public required long MerchantId { get; init; }

    /// <summary>Off: no E-Faktur menu, no Invoice Tax, and direct links answer <c>module.off</c> (docs/rules.md 9).</summary>
    public bool EFakturModule { get; set; } = true;

    /// <summary>Makes the document type Withholding Tax available (docs/sources/faspay.md 6).</summary>
    public bool WithholdingTax { get; set; }

    /// <summary>E-mail addresses of the threshold mail.</summary>
    public List<string> NotificationAddresses { get; set; } = [];

    /// <summary>Hours after the issue within which the screens may cancel; null for no limit.</summary>
    public int? CancellationWindowHours { get; set; }

    /// <summary>By which way tax invoices go to the tax office.</summary>
    public TaxChannel TaxChannel { get; set; } = TaxChannel.Desktop;

    /// <summary>How to pay, for mails and the bill page; may be empty.</summary>
    public string PaymentInstructions { get; set; } = "";

    /// <summary>The merchant's own address that is called after a payment of an API bill; empty for none.</summary>
    public string CallbackUrl { get; set; } = "";

    public int Version { get; set; }
}
