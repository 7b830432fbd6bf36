using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.TaxOffice.CoretaxLists;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.TaxOffice.CoretaxLists;

/// <summary>Lists of Coretax that were looked at or read back, and what waits after them.</summary>
internal static class GivenCoretaxLists
{
    /// <summary>What saving these rows would do.</summary>
    public static async Task<CoretaxPreview> PreviewAsync(this TestDb db, GivenMerchant fpy, params string[][] rows)
    {
        using var file = CoretaxFile.Csv(',', rows);
        return (await db.Get<PreviewCoretaxList>().HandleAsync(fpy.Finance, file, null, default)).Value;
    }

    /// <summary>Reads these rows back.</summary>
    public static async Task<CoretaxApplied> ReadBackAsync(this TestDb db, GivenMerchant fpy, params string[][] rows)
    {
        var preview = await db.PreviewAsync(fpy, rows);
        return (await db.Get<ApplyCoretaxList>().HandleAsync(fpy.Finance, "list.xlsx", preview.Readable, null, default)).Value;
    }

    /// <summary>The rows that wait for a decision.</summary>
    public static async Task<IReadOnlyList<CoretaxRowView>> WaitingAsync(this TestDb db, GivenMerchant fpy) =>
        (await db.Get<ListCoretaxRows>().HandleAsync(fpy.Viewer, 1, null, default)).Value.Rows;

    /// <summary>Chooses the invoice of a row; the code of the refusal, null when it was done.</summary>
    public static async Task<string?> AssignAsync(
        this TestDb db, Actor actor, CoretaxRowKey row, string invoice, bool confirmed = false) =>
        (await db.Get<AssignCoretaxRow>().HandleAsync(actor, row, invoice, confirmed, default)).Refusal?.Code;
}
