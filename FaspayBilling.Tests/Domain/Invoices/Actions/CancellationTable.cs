using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Actions;
using static FaspayBilling.Core.Domain.Invoices.Actions.CancellationChannel;
using static FaspayBilling.Core.Domain.Invoices.InvoiceStatus;

namespace FaspayBilling.Tests.Domain.Invoices.Actions;

/// <summary>Where the caller's clock stands against the end of the window.</summary>
public enum Window
{
    /// <summary>The merchant sets no window, so there is no end.</summary>
    None,
    Before,
    AtEnd,
    After,
}

/// <summary>What the caller gave as a reason.</summary>
public enum Reason
{
    Missing,
    Blank,
    Short,
    Longest,
    TooLong,
}

/// <summary>One row: a case, and the codes it must give, the deciding one first; empty means it is cancelled.</summary>
public sealed record CancellationRow(
    CancellationChannel Channel,
    InvoiceStatus Status,
    bool Paid,
    Window Window,
    bool Referenced,
    bool Issuer,
    Reason Reason,
    string[] Codes)
{
    public override string ToString() =>
        $"{Channel} {Status}{(Paid ? " paid" : "")} {Window}{(Referenced ? " referenced" : "")}{(Issuer ? "" : " not-issuer")} {Reason} "
            + $"-> {(Codes.Length == 0 ? "cancelled" : string.Join(", ", Codes))}";
}

/// <summary>
/// The decision table of docs/rules.md 6, written out before the policy. <see cref="Written"/> are the cases a person thought of, with
/// their answers in plain sight; <see cref="Whole"/> is every combination, answered column by column from the same page.
/// </summary>
public static class CancellationTable
{
    private const string Forbidden = "document.forbidden";
    private const string State = "invoice.not-cancellable";
    private const string Over = "invoice.cancellation-period-over";
    private const string Noted = "invoice.referenced";
    private const string BadReason = "cancel.reason";

    public static readonly IReadOnlyList<CancellationRow> Written =
    [
        // Screens: open invoices, paid or not.
        new(Screen, Unpaid, false, Window.None, false, true, Reason.Missing, []),
        new(Screen, PartiallyPaid, true, Window.None, false, true, Reason.Missing, []),
        new(Screen, Overdue, false, Window.None, false, true, Reason.Missing, []),
        new(Screen, Overdue, true, Window.None, false, true, Reason.Short, []),
        new(Screen, Draft, false, Window.None, false, true, Reason.Missing, [State]),
        new(Screen, Proforma, false, Window.None, false, true, Reason.Missing, [State]),
        new(Screen, Paid, true, Window.None, false, true, Reason.Missing, [State]),
        new(Screen, Cancelled, false, Window.None, false, true, Reason.Missing, [State]),
        // Screens: the merchant's window, to the millisecond.
        new(Screen, Unpaid, false, Window.Before, false, true, Reason.Missing, []),
        new(Screen, Unpaid, false, Window.AtEnd, false, true, Reason.Missing, []),
        new(Screen, Unpaid, false, Window.After, false, true, Reason.Missing, [Over]),
        // Screens: notes and reasons.
        new(Screen, Unpaid, false, Window.None, true, true, Reason.Missing, [Noted]),
        new(Screen, Unpaid, false, Window.None, false, true, Reason.Blank, []),
        new(Screen, Unpaid, false, Window.None, false, true, Reason.Longest, []),
        new(Screen, Unpaid, false, Window.None, false, true, Reason.TooLong, [BadReason]),
        new(Screen, Paid, true, Window.After, true, true, Reason.TooLong, [State, Over, Noted, BadReason]),
        // Billing API: like the screens, with nothing paid.
        new(BillingApi, Unpaid, false, Window.None, false, true, Reason.Missing, []),
        new(BillingApi, Overdue, false, Window.AtEnd, false, true, Reason.Missing, []),
        new(BillingApi, PartiallyPaid, true, Window.None, false, true, Reason.Missing, [State]),
        new(BillingApi, Overdue, true, Window.None, false, true, Reason.Missing, [State]),
        new(BillingApi, Unpaid, false, Window.After, false, true, Reason.Missing, [Over]),
        new(BillingApi, Unpaid, false, Window.None, true, true, Reason.TooLong, [Noted, BadReason]),
        // Document API: issuer of record, nothing paid, 72 hours, a reason.
        new(DocumentApi, Unpaid, false, Window.Before, false, true, Reason.Short, []),
        new(DocumentApi, Overdue, false, Window.AtEnd, false, true, Reason.Longest, []),
        new(DocumentApi, Unpaid, false, Window.After, false, true, Reason.Short, [Over]),
        new(DocumentApi, PartiallyPaid, true, Window.Before, false, true, Reason.Short, [State]),
        new(DocumentApi, Overdue, true, Window.Before, false, true, Reason.Short, [State]),
        new(DocumentApi, Cancelled, false, Window.Before, false, true, Reason.Short, [State]),
        new(DocumentApi, Unpaid, false, Window.Before, true, true, Reason.Short, [Noted]),
        new(DocumentApi, Unpaid, false, Window.Before, false, false, Reason.Short, [Forbidden]),
        new(DocumentApi, Unpaid, false, Window.Before, false, true, Reason.Missing, [BadReason]),
        new(DocumentApi, Unpaid, false, Window.Before, false, true, Reason.Blank, [BadReason]),
        new(DocumentApi, Unpaid, false, Window.Before, false, true, Reason.TooLong, [BadReason]),
        new(DocumentApi, Paid, true, Window.After, true, false, Reason.Missing, [Forbidden, State, Over, Noted, BadReason]),
    ];

    public static IEnumerable<CancellationRow> Whole =>
        from channel in Enum.GetValues<CancellationChannel>()
        from status in Enum.GetValues<InvoiceStatus>()
        from paid in new[] { false, true }
        from window in Enum.GetValues<Window>()
        where channel != DocumentApi || window != Window.None // a document always has an end
        from referenced in new[] { false, true }
        from issuer in channel == DocumentApi ? [true, false] : new[] { true } // elsewhere one has own rows only
        from reason in Enum.GetValues<Reason>()
        select new CancellationRow(
            channel, status, paid, window, referenced, issuer, reason, Codes(channel, status, paid, window, referenced, issuer, reason));

    private static string[] Codes(
        CancellationChannel channel, InvoiceStatus status, bool paid, Window window, bool referenced, bool issuer, Reason reason)
    {
        bool open = status is Unpaid or PartiallyPaid or Overdue;
        var reasonIsBad = channel == DocumentApi ? reason is Reason.Missing or Reason.Blank or Reason.TooLong : reason == Reason.TooLong;
        (bool Applies, string Code)[] columns =
        [
            (!issuer, Forbidden),
            (!open || (channel != Screen && paid), State),
            (window == Window.After, Over),
            (referenced, Noted),
            (reasonIsBad, BadReason),
        ];
        return [.. columns.Where(c => c.Applies).Select(c => c.Code)];
    }
}
