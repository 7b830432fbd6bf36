using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.ApiAccess;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.ApiAccess;

/// <summary>How an Admin ends what was made for a system.</summary>
internal static class Revocation
{
    /// <summary>
    /// Ends the row now and answers it for the history; answers null when it was ended before: it stays as it is. Refuses
    /// <c>not-allowed</c>, and with <paramref name="notFound"/> what is not there or not the merchant's.
    /// </summary>
    public static async Task<Outcome<TRow?>> RevokeAsync<TRow>(this WriteContext write, long id, Refusal notFound)
        where TRow : class, IRevocable
    {
        write.About = id;
        if (write.Actor.WhyNot(Role.Admin) is { } no)
        {
            return no;
        }

        if (await write.Db.Set<TRow>().VisibleTo(write.Actor).SingleOrDefaultAsync(r => r.Id == id, write.Stop) is not { } row)
        {
            return notFound;
        }

        if (row.RevokedAt is not null)
        {
            return Outcome<TRow?>.With(null);
        }

        row.RevokedAt = write.Now;
        return row;
    }
}
