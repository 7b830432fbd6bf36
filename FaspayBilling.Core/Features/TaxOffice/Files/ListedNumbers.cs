using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Domain.TaxOffice;
using FaspayBilling.Core.Domain.TaxOffice.Codes;
using FaspayBilling.Core.Domain.TaxOffice.Coretax;
using FaspayBilling.Core.Domain.TaxOffice.Files;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.TaxOffice.Files;

/// <summary>What Coretax's list, as it was read back, says of the number that a PDF was made for.</summary>
internal static class ListedNumbers
{
    /// <summary>CANCELED or AMENDED when the PDF's tax invoice stands no longer; null when nothing read back is against it.</summary>
    public static async Task<CoretaxStatus?> AgainstAsync(
        this WriteContext write, Invoice invoice, CoretaxNumber? coretax, TaxNumber? number, TaxFileValidity validity)
    {
        if ((coretax?.Serial ?? number?.Digits) is not { } serial)
        {
            return null;
        }

        // A row that waits for a decision says nothing; what the invoice was told before still counts.
        var rows = await write.Db.Set<CoretaxRow>()
            .VisibleTo(write.Actor)
            .Where(r => r.InvoiceId == invoice.Id && r.Serial == serial && !r.Waits)
            .Select(r => new { r.Number, r.Status })
            .ToListAsync(write.Stop);
        var listed = rows.ConvertAll(r => (r.Number, Status: (CoretaxStatus?)r.Status));
        if (invoice.CoretaxNumber is { } own)
        {
            listed.Add((own, invoice.CoretaxStatus));
        }

        return ReadBackRules.AgainstFile(serial, validity.Revision, listed);
    }
}
