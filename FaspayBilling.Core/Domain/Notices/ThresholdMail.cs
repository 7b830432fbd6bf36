using System.Globalization;
using System.Net;
using FaspayBilling.Core.Domain.Money;

namespace FaspayBilling.Core.Domain.Notices;

/// <summary>The mail that warns that numbers run low: merchant, limit, count, year and a link, as text and as HTML.</summary>
/// <param name="Merchant">The merchant's name.</param>
/// <param name="Limit">The Threshold Limit.</param>
/// <param name="Available">Numbers left of the year.</param>
/// <param name="Year">The Jakarta year they belong to.</param>
/// <param name="Link">Address of the page E-Faktur No.</param>
public sealed record ThresholdMail(string Merchant, int Limit, long Available, int Year, string Link)
{
    public string Subject => Available == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{OneLine}: no E-Faktur No left for {Year}")
        : string.Create(CultureInfo.InvariantCulture, $"{OneLine}: {Rupiah.Count(Available)} E-Faktur No left for {Year}");

    public string Text => string.Create(CultureInfo.InvariantCulture, $"""
        {Sentence}

        Merchant: {Merchant}
        Year Period: {Year}
        Available numbers: {Rupiah.Count(Available)}
        Threshold Limit: {Rupiah.Count(Limit)}

        {WhatToDo}
        {Link}
        """);

    public string Html => string.Create(CultureInfo.InvariantCulture, $"""
        <!DOCTYPE html>
        <html lang="en"><body style="font-family:system-ui,sans-serif;color:#1f2933">
        <p>{WebUtility.HtmlEncode(Sentence)}</p>
        <table cellpadding="4" style="border-collapse:collapse">
        <tr><th align="left">Merchant</th><td>{WebUtility.HtmlEncode(Merchant)}</td></tr>
        <tr><th align="left">Year Period</th><td>{Year}</td></tr>
        <tr><th align="left">Available numbers</th><td><b>{Rupiah.Count(Available)}</b></td></tr>
        <tr><th align="left">Threshold Limit</th><td>{Rupiah.Count(Limit)}</td></tr>
        </table>
        <p>{WhatToDo}<br><a href="{WebUtility.HtmlEncode(Link)}">{WebUtility.HtmlEncode(Link)}</a></p>
        </body></html>
        """);

    private const string WhatToDo = "Ask the tax office for more numbers and add the range under E-Faktur No:";

    // A line break in a name would end the header that the subject stands in.
    private string OneLine => string.Concat(Merchant.Select(c => char.IsControl(c) ? ' ' : c));

    private string Sentence => Available == 0
        ? string.Create(CultureInfo.InvariantCulture, $"No tax invoice number is left for {Year}. Taxed invoices are issued without one until a range is added.")
        : string.Create(CultureInfo.InvariantCulture, $"The available tax invoice numbers for {Year} reached the Threshold Limit.");
}
