using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Formats.Reading;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Settings;

/// <summary>What was typed on the page Merchant.</summary>
/// <param name="Name">1 to 200 characters.</param>
/// <param name="Code">Three capital letters or digits; small ones are raised.</param>
/// <param name="Npwp">15 or 16 digits with or without punctuation, or empty.</param>
/// <param name="Nitku">22 digits that start with the NPWP in 16 digits, or empty.</param>
/// <param name="Address">At most 500 characters.</param>
/// <param name="Language">Of mails to people who are no users here.</param>
/// <param name="Logo">A new PNG or JPG, at most 1 MB; it is made anew within 1,000 x 1,000. Null leaves it as it is.</param>
/// <param name="RemoveLogo">Without a new one: no logo any more.</param>
/// <param name="Version">The version that was read.</param>
public sealed record MerchantRequest(
    string Name,
    string Code,
    string Npwp,
    string Nitku,
    string Address,
    Language Language,
    byte[]? Logo,
    bool RemoveLogo,
    int Version);

/// <summary>Saves the merchant.</summary>
public sealed class SaveMerchant(WriteTransaction writes, ForeignReader reader)
{
    /// <summary>1 MB.</summary>
    public const int LargestLogo = 1_048_576;

    /// <summary>Admin only. Refuses <c>not-allowed</c>, <c>changed-elsewhere</c>, every <c>merchant.*</c>.</summary>
    public async Task<Outcome> HandleAsync(Actor actor, MerchantRequest asked, CancellationToken stop)
    {
        // Before the lock is taken, and for nobody who may not save it.
        var mayDraw = asked.Logo is not null && actor.WhyNot(Role.Admin) is null;
        var logo = mayDraw ? await MerchantLogo.ReadAsync(reader, asked.Logo!, stop) : null;
        return await writes.RunAsync(actor, AuditedAction.Sensitive(HistorySubject.Merchant, "merchant.change"), async write =>
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
            var refusals = new[]
            {
                clean.Name.Length is >= 1 and <= 200 ? null : MerchantRefusals.MerchantName,
                await WhyNotCodeAsync(write, merchant, clean.Code),
                clean.Npwp.Length == 0 || Npwp.IsValid(clean.Npwp) ? null : MerchantRefusals.MerchantNpwp,
                WhyNotNitku(clean),
                clean.Address.Length <= 500 ? null : MerchantRefusals.MerchantAddress,
                logo?.Refusal,
            }.OfType<Refusal>().ToList();
            if (refusals.Count > 0)
            {
                return Outcome.Refused(refusals);
            }

            var changed = Changed(merchant, clean, logo is not null);
            merchant.Name = clean.Name;
            merchant.Code = clean.Code;
            merchant.Npwp = clean.Npwp;
            merchant.Nitku = clean.Nitku;
            merchant.Address = clean.Address;
            merchant.Language = clean.Language;
            merchant.Logo = logo?.Value ?? (asked.RemoveLogo ? null : merchant.Logo);
            return await SaveAsync(write, merchant, changed);
        }, stop);
    }

    private static MerchantRequest Clean(MerchantRequest asked) => asked with
    {
        Name = PlainText.Line(asked.Name),
        Code = PlainText.Line(asked.Code).ToUpperInvariant(),
        Npwp = Npwp.PastedDigits(asked.Npwp) ?? asked.Npwp,
        Nitku = Npwp.PastedDigits(asked.Nitku) ?? asked.Nitku,
        Address = PlainText.Lines(asked.Address),
    };

    private static async Task<Refusal?> WhyNotCodeAsync(WriteContext write, Merchant merchant, string code)
    {
        if (code == merchant.Code)
        {
            return null;
        }

        return !MerchantCode.IsValid(code) ? MerchantRefusals.MerchantCodeInvalid
            : await write.Db.CodeIsFixedAsync(write.Actor, write.Stop) ? MerchantRefusals.MerchantCodeFixed
            : await write.Db.Set<Merchant>().AnyAsync(m => m.Code == code, write.Stop) ? MerchantRefusals.MerchantCodeTaken
            : null;
    }

    private static Refusal? WhyNotNitku(MerchantRequest clean) =>
        clean.Nitku.Length == 0
        || (clean.Nitku.Length == 22
            && clean.Nitku.All(char.IsAsciiDigit)
            && Npwp.IsValid(clean.Npwp)
            && clean.Nitku.StartsWith(Npwp.Long(clean.Npwp), StringComparison.Ordinal))
            ? null
            : MerchantRefusals.MerchantNitku;

    private static List<Value> Changed(Merchant merchant, MerchantRequest clean, bool newLogo) => [.. new[]
    {
        merchant.Name == clean.Name ? null : Message.Of("merchant.changed:name", ("name", clean.Name)),
        merchant.Code == clean.Code ? null : Message.Of("merchant.changed:code", ("code", clean.Code)),
        merchant.Npwp == clean.Npwp ? null : Message.Of("merchant.changed:npwp", ("npwp", clean.Npwp)),
        merchant.Nitku == clean.Nitku ? null : Message.Of("merchant.changed:nitku", ("nitku", clean.Nitku)),
        merchant.Address == clean.Address ? null : Message.Of("merchant.changed:address"),
        merchant.Language == clean.Language
            ? null
            : Message.Of("merchant.changed:language", ("language", Value.Term(clean.Language))),
        newLogo || clean.RemoveLogo ? Message.Of("merchant.changed:logo") : null,
    }.OfType<Message>()];

    private static async Task<Outcome> SaveAsync(WriteContext write, Merchant merchant, IReadOnlyList<Value> changed)
    {
        try
        {
            await write.SaveAsync();
        }
        catch (DbUpdateException refused) when (write.Db.IsDuplicate(refused))
        {
            // Two merchants took the code at once: the lock is one merchant's, the index everybody's.
            return MerchantRefusals.MerchantCodeTaken;
        }

        write.History(
            HistorySubject.Merchant,
            merchant.Id,
            changed.Count == 0
                ? Message.Of("merchant.change:nothing")
                : Message.Of("merchant.change", ("changed", Value.List(changed))));
        return Outcome.Done;
    }
}
