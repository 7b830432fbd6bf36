using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.ApiAccess;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.ApiAccess;

/// <summary>What the page API access shows to an Admin.</summary>
internal static class GivenApiAccess
{
    public static async Task<ApiAccessList> ApiAccessAsync(this TestDb db, Actor admin) =>
        (await db.Get<ListApiAccess>().HandleAsync(admin, default)).Value;
}
