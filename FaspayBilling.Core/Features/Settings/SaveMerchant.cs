using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain;
using FaspayBilling.Core.Domain.History;
using FaspayBilling.Core.Domain.Merchants;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Settings;

/// <summary>What was typed on the page Merchant.</summary>
/// <param name="Name">1 to 200 characters.</param>
/// <param name="Code">Three capital letters or digits; small ones are raised.</param>
/// <param name="Npwp">15 or 16 digits with or without punctuation, or empty.</param>
/// <param name="Nitku">22 digits that start with the NPWP in 16 digits, or empty.</param>
/// <param name="Address">At most 500 characters.</param>
/// <param name="Logo">A new PNG or JPG; null leaves it as it is.</param>
/// <param name="RemoveLogo">Without a new one: no logo any more.</param>
/// <param name="Version">The version that was read.</param>
public sealed record MerchantRequest(string Name, string Code, string Npwp, string Nitku, string Address, byte[]? Logo, bool RemoveLogo, int Version);

/// <summary>Saves the merchant.</summary>
public sealed class SaveMerchant(WriteTransaction writes)
{
    /// <summary>1 MB.</summary>
    public const int LargestLogo = 1_048_576;

    /// <summary>Admin only. Refuses <c>not-allowed</c>, <c>changed-elsewhere</c>, every <c>merchant.*</c>.</summary>
    public Task<Outcome> HandleAsync(Actor actor, MerchantRequest asked, CancellationToken stop) =>
        writes.RunAsync(actor, new Attempt(HistorySubject.Merchant, "Change the merchant"), async write =>
        {
            if (actor.WhyNot(Role.Admin) is { } no)
            {
                return no;
            }

            var merchant = await write.Db.Set<Merchant>().SingleAsync(m => m.Id == actor.MerchantId, write.Stop);
            if (merchant.Version != asked.Version)
            {
                return Refusals.ChangedElsewhere;
            }

            var clean = Clean(asked);
            var logo = asked.Logo is null ? null : MerchantLogo.DataUrl(asked.Logo);
            var refusals = new[]
            {
                clean.Name.Length is >= 1 and <= 200 ? null : Refusals.MerchantName,
                await WhyNotCodeAsync(write, merchant, clean.Code),
                clean.Npwp.Length == 0 || Npwp.IsValid(clean.Npwp) ? null : Refusals.MerchantNpwp,
                WhyNotNitku(clean),
                clean.Address.Length <= 500 ? null : Refusals.MerchantAddress,
                asked.Logo is null || logo is not null ? null : Refusals.MerchantLogo,
            }.OfType<Refusal>().ToList();
            if (refusals.Count > 0)
            {
                return Outcome.Refused(refusals);
            }

            var changed = Changed(merchant, clean, logo);
            merchant.Name = clean.Name;
            merchant.Code = clean.Code;
            merchant.Npwp = clean.Npwp;
            merchant.Nitku = clean.Nitku;
            merchant.Address = clean.Address;
            merchant.Logo = logo ?? (asked.RemoveLogo ? null : merchant.Logo);
            return await SaveAsync(write, merchant, changed);
        }, stop);

    private static MerchantRequest Clean(MerchantRequest asked) => asked with
    {
        Name = string.Concat(asked.Name.Select(c => char.IsControl(c) ? ' ' : c)).Trim(),
        Code = asked.Code.Trim().ToUpperInvariant(),
        Npwp = Npwp.Digits(asked.Npwp) ?? asked.Npwp,
        Nitku = Npwp.Digits(asked.Nitku) ?? asked.Nitku,
        Address = asked.Address.Trim(),
    };

    private static async Task<Refusal?> WhyNotCodeAsync(Write write, Merchant merchant, string code)
    {
        if (code == merchant.Code)
        {
            return null;
        }

        return !MerchantCode.IsValid(code) ? Refusals.MerchantCodeInvalid
            : await write.Db.CodeIsFixedAsync(write.Actor, write.Stop) ? Refusals.MerchantCodeFixed
            : await write.Db.Set<Merchant>().AnyAsync(m => m.Code == code, write.Stop) ? Refusals.MerchantCodeTaken
            : null;
    }

    private static Refusal? WhyNotNitku(MerchantRequest clean) =>
        clean.Nitku.Length == 0
        || (clean.Nitku.Length == 22 && clean.Nitku.All(char.IsAsciiDigit) && Npwp.IsValid(clean.Npwp) && clean.Nitku.StartsWith(Npwp.Long(clean.Npwp), StringComparison.Ordinal))
            ? null
            : Refusals.MerchantNitku;

    private static string Changed(Merchant merchant, MerchantRequest clean, string? logo) => string.Join(", ", new[]
    {
        merchant.Name == clean.Name ? null : $"name {clean.Name}",
        merchant.Code == clean.Code ? null : $"code {clean.Code}",
        merchant.Npwp == clean.Npwp ? null : $"NPWP {clean.Npwp}",
        merchant.Nitku == clean.Nitku ? null : $"NITKU {clean.Nitku}",
        merchant.Address == clean.Address ? null : "address",
        logo is null && !clean.RemoveLogo ? null : "logo",
    }.OfType<string>());

    private static async Task<Outcome> SaveAsync(Write write, Merchant merchant, string changed)
    {
        try
        {
            await write.SaveAsync();
        }
        catch (DbUpdateException refused) when (write.Db.IsDuplicate(refused))
        {
            // Two merchants took the code at once: the lock is one merchant's, the index everybody's.
            return Refusals.MerchantCodeTaken;
        }

        write.History(HistorySubject.Merchant, merchant.Id, changed.Length == 0 ? "Saved the merchant unchanged" : $"Changed the merchant: {changed}");
        return Outcome.Done;
    }
}
