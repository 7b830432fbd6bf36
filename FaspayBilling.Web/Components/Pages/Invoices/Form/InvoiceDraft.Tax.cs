using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice;
using FaspayBilling.Core.Domain.TaxOffice.Codes;
using FaspayBilling.Core.Features.TaxOffice.Codes;
using FaspayBilling.Web.Components.Ui.Fields;

namespace FaspayBilling.Web.Components.Pages.Invoices.Form;

/// <summary>How the invoice that is being typed is taxed.</summary>
public sealed partial class InvoiceDraft
{
    /// <summary>The chosen customer has no NPWP.</summary>
    public bool Consumer { get; set; }

    /// <summary>VAT in percent of the price as it was typed; empty for none.</summary>
    public string EffectiveVatRate { get; private set; } = "";

    /// <summary>The code asks for the effective rate.</summary>
    public bool AsksForRate => InvoiceTax && Vat.AsksForRate(TransactionCode, TaxDay);

    /// <summary>What was typed as the rate is no number.</summary>
    public bool RateIsUnreadable => EffectiveVatRate.Trim().Length > 0 && QuantityText.Read(EffectiveVatRate) is null;

    public VatTreatment Treatment => new(TaxDay, InvoiceTax, TransactionCode, Rate);

    // What cannot be read is refused like 0.
    private decimal? Rate => EffectiveVatRate.Trim().Length == 0 ? null : QuantityText.Read(EffectiveVatRate) ?? 0;

    /// <summary>The effective rate was typed.</summary>
    public void TypeRate(string typed)
    {
        EffectiveVatRate = typed;
        Recompute();
    }

    /// <summary>
    /// What keeps it from being issued as a tax invoice, and the deadline that it would miss: a Draft may be so. What keeps it from being
    /// saved is said at its field.
    /// </summary>
    public IReadOnlyList<Message> Warnings()
    {
        var input = ToInput();
        if (!form.EFakturModule || !TaxInvoices.Is(form.Type, InvoiceTax) || TaxContent.Of(input, Consumer) is not { } content)
        {
            return [];
        }

        var refused = InvoiceRules.WhyNot(input, today).Select(r => r.Field).ToHashSet(StringComparer.Ordinal);
        var problems = ContentProblems.OfChannel(form.Channel, content, GoodsCodes.Knows).Where(p => !refused.Contains(p.Field));
        var late = UploadDeadline.Warning(invoiceDate ?? today, today);
        return [.. problems.Select(p => p.Message), .. late is null ? Array.Empty<Message>() : [late]];
    }

    // The everyday code of what is on the invoice. It is asked for the first time before there are lines.
    private string Usual(DateOnly day) =>
        TransactionCodes.Usual(day, Lines is { Count: > 0 } && Written.All(l => l.Luxury), Consumer);
}
