using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Features.DocumentApi;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.DocumentApi;

public sealed class ListNotificationsTests
{
    private static readonly NotificationQuery Everything = new(null, null, null, Nothing: false, Page: 1, Size: 100);
    private static readonly DateTime First = new(2026, 11, 10, 2, 0, 0, DateTimeKind.Utc);

    [Theory, OnSqlite, OnPostgres]
    public async Task The_newest_come_first_page_by_page_and_of_one_moment_the_last_one(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var caller = await db.OwnCallerAsync(fpy);
        await NoticesAsync(db, fpy, First, First.AddHours(2), First.AddHours(1), First.AddHours(1));

        var pages = new List<NotificationPage>();
        for (var page = 1; page <= 3; page++)
        {
            pages.Add((await db.Get<ListNotifications>().HandleAsync(caller, Everything with { Page = page, Size = 2 }, default)).Value);
        }

        pages.Select(p => string.Join(' ', p.Rows.Select(r => r.Subject))).Should().Equal("1 3", "2 0", "");
        pages.Select(p => p.HasNext).Should().Equal(true, false, false);
        pages.Should().OnlyContain(p => p.ReceiverName == fpy.Merchant.Name);
    }

    [Fact]
    public async Task Both_ends_of_the_time_are_included_and_a_kind_narrows_it()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var caller = await db.OwnCallerAsync(fpy);
        await NoticesAsync(db, fpy, First, First.AddHours(1), First.AddHours(2), First.AddHours(3));

        (await SubjectsAsync(Everything with { From = First.AddHours(1), To = First.AddHours(2) })).Should().Equal("2", "1");
        (await SubjectsAsync(Everything with { Kind = DocumentNoticeKind.Cancelled })).Should().Equal("3", "1");
        (await SubjectsAsync(Everything with { Nothing = true })).Should().BeEmpty();

        async Task<IEnumerable<string>> SubjectsAsync(NotificationQuery query) =>
            (await db.Get<ListNotifications>().HandleAsync(caller, query, default)).Value.Rows.Select(r => r.Subject);
    }

    [Fact]
    public async Task Who_may_not_view_is_refused_and_another_merchants_notices_are_not_there()
    {
        await using var db = await TestDb.MakeAsync();
        var (fpy, t8v) = (await db.Given.MerchantAsync(), await db.ReceiverAsync());
        await NoticesAsync(db, t8v, First);

        (await db.Get<ListNotifications>()
            .HandleAsync(await db.AgentAsync(t8v, cancel: true, reject: true), Everything, default)).Refusal!.Code
            .Should().Be("document.forbidden");
        (await db.Get<ListNotifications>().HandleAsync(await db.OwnCallerAsync(fpy), Everything, default)).Value.Rows.Should().BeEmpty();
    }

    // The subject says which one it is, from 0; every second one tells of a cancellation.
    private static async Task NoticesAsync(TestDb db, GivenMerchant merchant, params DateTime[] moments)
    {
        foreach (var (i, at) in moments.Index())
        {
            await db.AddAsync(new DocumentNotice
            {
                MerchantId = merchant.Id,
                Kind = i % 2 == 0 ? DocumentNoticeKind.Received : DocumentNoticeKind.Cancelled,
                DocumentId = DocumentId.New(),
                Subject = $"{i}",
                At = at,
            });
        }
    }
}
