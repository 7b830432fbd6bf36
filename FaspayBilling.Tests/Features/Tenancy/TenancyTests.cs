using System.Text.Json;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Invoices.Lifecycle;
using FaspayBilling.Core.Features.Invoices.Lists;
using FaspayBilling.Core.Features.TaxOffice.Files;
using FaspayBilling.Core.Hosting;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.Tenancy;

/// <summary>
/// Nobody reads or changes another merchant's rows, and nobody does what the role does not cover: asked of every handler.
/// </summary>
public sealed class TenancyTests
{
    private static readonly string[] NotThere =
    [
        "file.unknown-number", "user.link", "session.ended",
        .. typeof(Refusals).Assembly
            .GetTypes()
            .Where(t => t.Name.EndsWith(nameof(Refusals), StringComparison.Ordinal))
            .SelectMany(t => t.GetFields())
            .Select(f => f.GetValue(null))
            .OfType<Refusal>()
            .Where(r => r.Kind == RefusalKind.NotFound)
            .Select(r => r.Code),
    ];

    public static TheoryData<string> WithRows => [.. HandlerCalls.All.Where(c => c.Names).Select(c => c.Handler.Name)];

    public static TheoryData<string> Everything => [.. HandlerCalls.All.Select(c => c.Handler.Name)];

    public static TheoryData<string> WithRoles => [.. HandlerCalls.All.Where(c => c.Needs > Role.Viewer).Select(c => c.Handler.Name)];

    [Fact]
    public void Every_handler_that_is_told_who_acts_is_asked()
    {
        var handlers = typeof(CoreServices).Assembly.GetExportedTypes()
            .Where(t => t.GetMethods().Any(m => m.Name == "HandleAsync" && m.GetParameters().Any(p => p.ParameterType == typeof(Actor))));

        handlers.Except(HandlerCalls.All.Select(c => c.Handler)).Except(HandlerCalls.Inside).Select(t => t.Name)
            .Should().BeEmpty("a new handler is added to HandlerCalls");
    }

    [Theory]
    [MemberData(nameof(WithRows))]
    public async Task Another_merchants_row_is_not_found(string handler)
    {
        await using var db = await TestDb.MakeAsync();
        var (estate, other) = await MakeAsync(db);

        var answer = await HandlerCalls.Of(handler).RunAsync(db, estate, other.Admin);

        Codes(answer).Should().NotBeEmpty().And.BeSubsetOf(NotThere);
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public async Task Another_merchants_rows_stay_as_they_are_and_unseen(string handler)
    {
        await using var db = await TestDb.MakeAsync();
        var (estate, other) = await MakeAsync(db);
        var before = await estate.SnapshotAsync(db);

        var answer = await HandlerCalls.Of(handler).RunAsync(db, estate, other.Admin);

        (await estate.SnapshotAsync(db)).Should().Be(before);
        Seen(answer).Should().NotContainEquivalentOf("@fpy.example").And.NotContain("PT FPY").And.NotContain("of FPY");
    }

    [Theory]
    [MemberData(nameof(WithRoles))]
    public async Task A_lower_role_is_refused_and_what_it_tried_is_in_the_history(string handler)
    {
        await using var db = await TestDb.MakeAsync();
        var (estate, _) = await MakeAsync(db);
        var call = HandlerCalls.Of(handler);
        var actor = (call.Needs == Role.Admin ? estate.Owner.Finance : estate.Owner.Viewer) with { Name = "Lower" };

        var answer = await call.RunAsync(db, estate, actor);

        Codes(answer).Should().Equal("not-allowed");
        if (!IsReading(handler))
        {
            (await db.ReadAsync(d => d.Set<HistoryEntry>().Where(h => h.Who == "Lower").ToListAsync()))
                .Should().ContainSingle().Which.RefusalCode
                .Should().Be("not-allowed");
        }
    }

    [Theory]
    [MemberData(nameof(WithRows))]
    public async Task The_owner_finds_the_row(string handler)
    {
        await using var db = await TestDb.MakeAsync();
        var (estate, _) = await MakeAsync(db);

        var answer = await HandlerCalls.Of(handler).RunAsync(db, estate, estate.Owner.Admin);

        // Otherwise "not found" above would prove nothing.
        Codes(answer).Should().NotIntersectWith(NotThere);
    }

    private static async Task<(TenantFixture Estate, GivenMerchant Other)> MakeAsync(TestDb db) =>
        (await TenantFixture.OfAsync(db, await db.Given.MerchantAsync("FPY")), await db.Given.MerchantAsync("OTH"));

    private static bool IsReading(string handler) =>
        handler.StartsWith("Read", StringComparison.Ordinal) || handler.StartsWith("List", StringComparison.Ordinal)
            || handler.StartsWith("Check", StringComparison.Ordinal) || handler.StartsWith("Preview", StringComparison.Ordinal);

    private static IEnumerable<string> Codes(object? answer) => answer switch
    {
        Outcome<IReadOnlyList<BulkLine>> { Ok: true } bulk => bulk.Value.Select(l => l.Refusal?.Code).OfType<string>(),
        IReadOnlyList<CheckedInvoice> rows => rows.Select(r => r.Refusal?.Code).OfType<string>(),
        Outcome<IReadOnlyList<TaxFileResult>> { Ok: true } files => files.Value.Select(f => f.Refusal?.Code).OfType<string>(),
        Outcome<IReadOnlyList<TaxFileSending>> { Ok: true } sent => sent.Value.Select(s => s.Refusal?.Code).OfType<string>(),
        Outcome outcome => outcome.Refusals.Select(r => r.Code),
        _ => [],
    };

    private static string Seen(object? answer) => answer is Outcome outcome
        ? outcome.Ok && outcome.GetType().GetProperty("Value") is { } value
            ? JsonSerializer.Serialize(value.GetValue(outcome))
            : string.Join(' ', outcome.Refusals.Select(r => r.Sentence()))
        : JsonSerializer.Serialize(answer);
}
