using System.Reflection;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Lines;

namespace FaspayBilling.Tests.Support.Data;

/// <summary>
/// Puts an invoice into a state that no rule would make, or without going the way to it: an invoice itself lets nobody set its parts.
/// </summary>
internal static class InvoiceParts
{
    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>The invoice with these parts, by their names.</summary>
    public static Invoice With(this Invoice invoice, params (string Part, object? Value)[] parts)
    {
        foreach (var (part, value) in parts)
        {
            var property = typeof(Invoice).GetProperty(part, Any)
                ?? throw new ArgumentException($"An invoice has no {part}.", nameof(parts));
            property.SetValue(invoice, value);
        }

        return invoice;
    }

    /// <summary>Replaces the lines, whatever its status, and works out all amounts.</summary>
    public static void Bill(this Invoice invoice, IEnumerable<InvoiceLine> lines) =>
        typeof(Invoice).GetMethod("Bill", Any)!.Invoke(invoice, [lines]);
}
