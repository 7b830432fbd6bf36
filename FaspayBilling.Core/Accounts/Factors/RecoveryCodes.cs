using System.Security.Cryptography;
using FaspayBilling.Core.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Accounts.Factors;

/// <summary>
/// Ten codes for the day on which the phone is lost: <c>AB12-CD34-EF56</c>, 40 random bits behind four that find the row. So few bits are
/// hashed as passwords are.
/// </summary>
public sealed class RecoveryCodes(IDbContextFactory<BillingDb> dbs, IPasswordHasher<User> hasher)
{
    internal const int Count = 10;
    private const int StartLength = 4;
    private const int Length = 12;

    // Without those that look alike: I and 1, O and 0.
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    /// <summary>New codes as they are shown, and their rows. Takes too long to be done under a lock.</summary>
    internal (IReadOnlyList<string> Shown, IReadOnlyList<RecoveryCode> Rows) Make(long userId)
    {
        var codes = new Dictionary<string, string>(StringComparer.Ordinal);
        while (codes.Count < Count)
        {
            var code = RandomNumberGenerator.GetString(Letters, Length);
            codes.TryAdd(code[..StartLength], code);
        }

        return (
            [.. codes.Values.Select(c => $"{c[..4]}-{c[4..8]}-{c[8..]}")],
            [
                .. codes.Select(c => new RecoveryCode
                {
                    UserId = userId,
                    Start = c.Key,
                    Hash = hasher.HashPassword(null!, c.Value),
                }),
            ]);
    }

    /// <summary>True for what has the form of such a code, however it is typed.</summary>
    internal static bool Looks(string typed) => Plain(typed).Length == Length;

    /// <summary>The row of a code that is good; null for any other.</summary>
    internal async Task<RecoveryCode?> FindAsync(long userId, string typed, CancellationToken stop)
    {
        var code = Plain(typed);
        var start = code[..StartLength];
        await using var db = await dbs.CreateDbContextAsync(stop);
        var found = await db.Set<RecoveryCode>()
            .AsNoTracking()
            .SingleOrDefaultAsync(c => c.UserId == userId && c.Start == start && c.UsedAt == null, stop);
        return found is not null && hasher.VerifyHashedPassword(null!, found.Hash, code) != PasswordVerificationResult.Failed
            ? found
            : null;
    }

    /// <summary>Puts the rows in the place of all that the user had.</summary>
    internal static async Task ReplaceAsync(WriteContext write, long userId, IReadOnlyList<RecoveryCode> rows)
    {
        await RemoveAsync(write, userId);
        write.Db.AddRange(rows);
    }

    internal static Task RemoveAsync(WriteContext write, long userId) =>
        write.Db.Set<RecoveryCode>().Where(c => c.UserId == userId).ExecuteDeleteAsync(write.Stop);

    private static string Plain(string typed) => string.Concat(typed.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
