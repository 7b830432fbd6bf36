using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Actions;
using FaspayBilling.Tests.Domain.Shared;

namespace FaspayBilling.Tests.Domain.Invoices.Actions;

public sealed class CancellationPolicyTests
{
    private static readonly DateTime End = Sample.Now;

    public static TheoryData<int, string> Written
    {
        get
        {
            var rows = new TheoryData<int, string>();
            for (var i = 0; i < CancellationTable.Written.Count; i++)
            {
                rows.Add(i, CancellationTable.Written[i].ToString());
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Written))]
    public void Every_written_row_holds(int index, string row) =>
        Ask(CancellationTable.Written[index]).Should().Equal(CancellationTable.Written[index].Codes, row);

    [Fact]
    public void Every_combination_holds()
    {
        var rows = CancellationTable.Whole.ToList();

        rows.Should().HaveCount((2 * 7 * 2 * 4 * 2 * 5) + (7 * 2 * 3 * 2 * 2 * 5));
        rows.Where(row => !Ask(row).SequenceEqual(row.Codes)).Select(row => row.ToString()).Should().BeEmpty();
    }

    [Fact]
    public void The_written_rows_agree_with_the_whole_table()
    {
        var whole = CancellationTable.Whole.Select(row => row.ToString()).ToHashSet();

        CancellationTable.Written.Select(row => row.ToString()).Where(row => !whole.Contains(row)).Should().BeEmpty();
    }

    [Fact]
    public void The_merchants_window_does_not_bind_the_document_API_nor_the_other_way_round()
    {
        var facts = Sample.Facts(InvoiceStatus.Unpaid) with { CancelDeadline = End.AddHours(-1), DocumentCancelDeadline = End.AddHours(1) };

        CancellationPolicy.WhyNot(new(CancellationChannel.DocumentApi, facts, true, "wrong buyer", End)).Should().BeEmpty();
        CancellationPolicy.WhyNot(CancellationRequest.OnScreen(facts, End))
            .Should().ContainSingle().Which.Code
            .Should().Be("invoice.cancellation-period-over");
    }

    [Fact]
    public void The_end_of_the_window_is_told_in_Jakarta_time()
    {
        var facts = Sample.Facts(InvoiceStatus.Unpaid) with { CancelDeadline = new DateTime(2026, 11, 15, 20, 5, 0, DateTimeKind.Utc) };

        CancellationPolicy.WhyNot(CancellationRequest.OnScreen(facts, End))[0].Sentence().Should().Contain("16/11/2026 03:05");
    }

    [Fact]
    public void A_payment_and_a_wrong_status_are_told_apart()
    {
        var paid = Sample.Facts(InvoiceStatus.Overdue) with { Paid = 1 };
        var draft = Sample.Facts(InvoiceStatus.Draft);

        CancellationPolicy.WhyNot(new(CancellationChannel.BillingApi, paid, true, null, End))[0].Sentence().Should().Contain("paid");
        CancellationPolicy.WhyNot(new(CancellationChannel.BillingApi, draft, true, null, End))[0].Sentence().Should().Contain("Draft");
    }

    private static IEnumerable<string> Ask(CancellationRow row)
    {
        var end = row.Window == Window.None ? (DateTime?)null : End;
        var (screens, documents) = row.Channel == CancellationChannel.DocumentApi ? ((DateTime?)null, end) : (end, null);
        var facts = Sample.Facts(row.Status) with
        {
            Paid = row.Paid ? 0.01m : 0,
            Referenced = row.Referenced,
            CancelDeadline = screens,
            DocumentCancelDeadline = documents,
        };
        var now = row.Window switch
        {
            Window.None or Window.AtEnd => End,
            Window.Before => End.AddMilliseconds(-1),
            Window.After => End.AddMilliseconds(1),
            _ => throw new ArgumentOutOfRangeException(nameof(row)),
        };
        var reason = row.Reason switch
        {
            Reason.Missing => null,
            Reason.Blank => " \t\n",
            Reason.Short => "x",
            Reason.Longest => new string('x', 300),
            Reason.TooLong => new string('x', 301),
            _ => throw new ArgumentOutOfRangeException(nameof(row)),
        };
        return CancellationPolicy.WhyNot(new(row.Channel, facts, row.Issuer, reason, now)).Select(r => r.Code).ToList();
    }
}
