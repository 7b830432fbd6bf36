using FaspayBilling.Core.Domain.TaxOffice;
using FaspayBilling.Tests.Domain.Shared;

namespace FaspayBilling.Tests.Domain.TaxOffice;

public sealed class UploadDeadlineTests
{
    [Theory]
    [InlineData("2022-11-03", "2022-12-15")]
    [InlineData("2023-12-31", "2024-01-15")]
    [InlineData("2025-03-31", "2025-04-15")]
    [InlineData("2025-04-30", "2025-05-15")]
    [InlineData("2025-05-01", "2025-06-20")]
    [InlineData("2025-05-21", "2025-06-20")]
    [InlineData("2025-05-22", "2025-06-20")]
    [InlineData("2026-11-30", "2026-12-20")]
    [InlineData("2026-12-01", "2027-01-20")]
    public void A_tax_invoice_is_due_on_the_15th_and_since_May_2025_on_the_20th(string invoice, string deadline) =>
        UploadDeadline.Of(Sample.Day(invoice)).Should().Be(Sample.Day(deadline));

    [Theory]
    [InlineData("2026-11-01", "2026-10-01")]
    [InlineData("2026-11-20", "2026-10-01")]
    [InlineData("2026-11-21", "2026-11-01")]
    [InlineData("2026-01-20", "2025-12-01")]
    [InlineData("2025-05-15", "2025-04-01")]
    [InlineData("2025-05-16", "2025-05-01")]
    public void The_next_deadline_is_that_of_the_month_before_until_it_has_passed(string today, string month) =>
        UploadDeadline.NextMonth(Sample.Day(today)).Should().Be(Sample.Day(month));

    [Theory]
    [InlineData("2026-11-16", 0, 0, false, "Tax invoices of October 2026 must be approved by 20/11/2026; none is waiting to be exported.")]
    [InlineData(
        "2026-11-01", 3, 0, false, "Tax invoices of October 2026 must be approved by 20/11/2026, in 19 days: 3 are not exported yet.")]
    [InlineData(
        "2026-11-15", 3, 0, true, "Tax invoices of October 2026 must be approved by 20/11/2026, in 5 days: 3 are not exported yet.")]
    [InlineData("2026-11-19", 1, 0, true, "Tax invoices of October 2026 must be approved by 20/11/2026, tomorrow: 1 is not exported yet.")]
    [InlineData(
        "2026-11-20", 2_000, 0, true, "Tax invoices of October 2026 must be approved by 20/11/2026, today: 2.000 are not exported yet.")]
    [InlineData(
        "2026-11-21",
        0,
        1,
        true,
        "Tax invoices of November 2026 must be approved by 20/12/2026; none is waiting to be exported. 1 of an earlier month was not "
            + "exported although its deadline has passed.")]
    public void The_reminder_says_what_is_due_and_what_is_late(string today, int open, int overdue, bool urgent, string sentence)
    {
        var reminder = new UploadReminder(Sample.Day(today), open, overdue);

        (reminder.Urgent, reminder.Messages.Sentence()).Should().Be((urgent, sentence));
    }
}
