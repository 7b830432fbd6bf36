using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.ApiAccess;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.ApiAccess;

/// <summary>What an Admin lets another merchant's API client do.</summary>
/// <param name="ClientId">The intermediary's client id.</param>
/// <param name="MayView">Read documents.</param>
/// <param name="MayCancel">Cancel documents.</param>
/// <param name="MayReject">Ask issuers for a rejection.</param>
/// <param name="From">First Jakarta day, included.</param>
/// <param name="To">Last Jakarta day, included; null without an end.</param>
public sealed record RepresentationRequest(string ClientId, bool MayView, bool MayCancel, bool MayReject, DateOnly? From, DateOnly? To);

/// <summary>Lets another merchant's API client act for the actor's merchant.</summary>
public sealed class GrantRepresentation(WriteTransaction writes)
{
    /// <summary>
    /// Refuses <c>not-allowed</c>, <c>representation.client</c>, <c>representation.permissions</c>, <c>representation.from</c>,
    /// <c>representation.to</c>.
    /// </summary>
    public Task<Outcome> HandleAsync(Actor actor, RepresentationRequest asked, CancellationToken stop) =>
        writes.RunAsync(actor, AuditedAction.Sensitive(HistorySubject.ApiAccess, "api.grant"), async write =>
        {
            if (actor.WhyNot(Role.Admin) is { } no)
            {
                return no;
            }

            var clientId = asked.ClientId.Trim();
            var client = await write.Db.Set<ApiClient>()
                .SingleOrDefaultAsync(c => c.ClientId == clientId && c.RevokedAt == null && c.MerchantId != actor.MerchantId, write.Stop);
            var wrong = WhyNot(asked, JakartaCalendar.DayOf(write.Now))
                .Prepend(client is null ? ApiRefusals.RepresentationClient : null)
                .OfType<Refusal>()
                .ToList();
            if (wrong.Count > 0)
            {
                return Outcome.Refused(wrong);
            }

            var granted = new Representation
            {
                MerchantId = actor.MerchantId,
                ApiClientId = client!.Id,
                MayView = asked.MayView,
                MayCancel = asked.MayCancel,
                MayReject = asked.MayReject,
                From = asked.From!.Value,
                To = asked.To,
                GrantedAt = write.Now,
                GrantedBy = actor.Name,
            };
            write.Db.Add(granted);
            await write.SaveAsync();
            write.History(HistorySubject.ApiAccess, granted.Id, Done(clientId, granted));
            return Outcome.Done;
        }, stop);

    private static IEnumerable<Refusal?> WhyNot(RepresentationRequest asked, DateOnly today)
    {
        var days = DayRange.Around(today);
        var until = new DayRange(days.Holds(asked.From) && asked.From > today ? asked.From!.Value : today, days.Last);
        return
        [
            asked.MayView || asked.MayCancel || asked.MayReject ? null : ApiRefusals.RepresentationPermissions,
            days.Holds(asked.From) ? null : ApiRefusals.RepresentationFrom(days),
            asked.To is null || until.Holds(asked.To) ? null : ApiRefusals.RepresentationTo(until),
        ];
    }

    private static Message Done(string client, Representation granted)
    {
        string?[] may = [granted.MayView ? "view" : null, granted.MayCancel ? "cancel" : null, granted.MayReject ? "reject" : null];
        var done = Message.Of(
            granted.To is null ? "api.grant" : "api.grant:until",
            ("client", client),
            ("permissions", Value.List(may.OfType<string>().Select(m => (Value)Message.Of($"api.permission:{m}")))),
            ("from", granted.From));
        return granted.To is { } last ? done.And("to", last) : done;
    }
}
