using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Lines;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice.Codes;

namespace FaspayBilling.Core.Domain.TaxOffice;

/// <summary>
/// What of an invoice itself the tax office's files cannot take (docs/rules.md 2). The form warns of it, issuing refuses it, and the
/// export asks again: an issued invoice can no longer be changed.
/// </summary>
public static class ContentProblems
{
    private static readonly DateOnly Coretax = new(2025, 1, 1);
    private static readonly DateOnly Code05 = new(2022, 4, 1);

    /// <summary>
    /// What the merchant's channel cannot take; with both ways it is enough that one of them can.
    /// </summary>
    /// <param name="channel">The merchant's.</param>
    /// <param name="content">A tax invoice.</param>
    /// <param name="knows">Whether the tax office lists a code for goods or services.</param>
    public static IReadOnlyList<ExportProblem> OfChannel(TaxChannel channel, TaxContent content, Func<LineKind, string, bool> knows)
    {
        if (channel != TaxChannel.Both)
        {
            return Of(channel, content, knows);
        }

        var (csv, xml) = (Of(TaxChannel.Desktop, content, knows), Of(TaxChannel.Coretax, content, knows));
        return csv.Count == 0 || xml.Count == 0 ? [] : [.. csv.Union(xml)];
    }

    /// <summary>What a file cannot take: Desktop (CSV) or Coretax (XML).</summary>
    internal static IReadOnlyList<ExportProblem> Of(TaxChannel file, TaxContent content, Func<LineKind, string, bool> knows) =>
        [.. OfDay(file, content.Treatment), .. OfCode(file, content), .. LineProblems.Of(file, content.Lines, knows)];

    private static IEnumerable<ExportProblem> OfDay(TaxChannel file, VatTreatment tax)
    {
        if (file == TaxChannel.Coretax && tax.Day < Coretax)
        {
            yield return Mend(nameof(InvoiceContent.InvoiceDate), "before-coretax");
        }
    }

    private static IEnumerable<ExportProblem> OfCode(TaxChannel file, TaxContent content)
    {
        var tax = content.Treatment;
        if (!tax.InvoiceTax)
        {
            yield break;
        }

        if (tax.TransactionCode is not { } code || !TransactionCodes.IsKnown(code))
        {
            yield return OfCode("code-missing");
            yield break;
        }

        if (code == TransactionCodes.SpecifiedAmount && tax.Day < Code05)
        {
            yield return OfCode("code-too-early:05");
        }
        else if (code == TransactionCodes.SpecifiedAmount && tax.EffectiveRate is null)
        {
            yield return Mend(nameof(InvoiceContent.EffectiveVatRate), "effective-rate");
        }

        if (code == TransactionCodes.OtherSupplies && tax.Day < Coretax)
        {
            yield return OfCode("code-too-early:10");
        }

        if (file == TaxChannel.Desktop && code is ("06" or TransactionCodes.NotCollected) && tax.Day >= Coretax)
        {
            yield return OfCode("code-not-in-desktop", ("code", code));
        }

        if (TaxFacilities.NeededBy(code) && TaxFacilities.Find(code, content.AdditionalInfo, content.FacilityStamp) is null)
        {
            yield return Mend(nameof(InvoiceContent.AdditionalInfo), "facility", ("code", code));
        }
        else if (!TaxFacilities.NeededBy(code) && (content.AdditionalInfo is { Length: > 0 } || content.FacilityStamp is { Length: > 0 }))
        {
            yield return Mend(nameof(InvoiceContent.AdditionalInfo), "facility-without-code");
        }

        if (tax.Day >= Coretax && content.Lines.Count > 0 && OfLuxury(code, content) is { } key)
        {
            yield return OfCode(key);
        }
    }

    // Since 2025 code 01 is for luxury goods and 04 for everything else; in January 2025 for what end consumers buy.
    private static string? OfLuxury(string code, TaxContent content)
    {
        var (some, all) = (content.Lines.Any(l => l.Luxury), content.Lines.All(l => l.Luxury));
        var spared = content.Consumer && Vat.SparesConsumers(content.Treatment.Day);
        return (code, spared) switch
        {
            (TransactionCodes.NotCollector, true) when some => "code-luxury:consumer",
            (TransactionCodes.NotCollector, false) when some && !all => "code-luxury:mixed",
            (TransactionCodes.NotCollector, _) when !all => "code-luxury:01",
            (TransactionCodes.OtherValue, false) when some => all ? "code-luxury:04" : "code-luxury:mixed",
            _ => null,
        };
    }

    private static ExportProblem OfCode(string key, params ReadOnlySpan<(string Name, Value Value)> values) =>
        Mend(nameof(InvoiceContent.TransactionCode), key, values);

    private static ExportProblem Mend(string field, string key, params ReadOnlySpan<(string Name, Value Value)> values) =>
        ExportProblem.Of(ProblemLocation.Invoice, key, values) with { Field = field };
}
