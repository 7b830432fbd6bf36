using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice;
using FaspayBilling.Core.Domain.TaxOffice.Files;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.TaxOffice.Files;

/// <summary>What every choice about a waiting file begins with.</summary>
internal static class UnmatchedFileQueries
{
    /// <summary>
    /// Refuses <c>file.not-found</c> (also when it was settled), <c>not-allowed</c>, <c>module.off</c>, <c>changed-elsewhere</c>.
    /// </summary>
    public static async Task<Outcome<UnmatchedFile>> UnmatchedFileAsync(this WriteContext write, long id, int version)
    {
        if (await write.Db.Set<UnmatchedFile>()
            .VisibleTo(write.Actor)
            .SingleOrDefaultAsync(f => f.Id == id && f.SettledAt == null, write.Stop) is not { } file)
        {
            return TaxOfficeRefusals.FileNotFound;
        }

        return (write.Actor.WhyNot(Role.Finance) ?? await write.Db.WhyNotEFakturAsync(write.Actor, write.Stop)) is { } no ? no
            : file.Version != version ? Refusals.ChangedElsewhere
            : file;
    }
}
