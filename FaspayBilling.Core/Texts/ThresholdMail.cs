using System.Globalization;
using System.Net;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Texts;

/// <summary>The mail that warns that numbers run low: merchant, limit, count, year and a link, as text and as HTML.</summary>
/// <param name="Merchant">The merchant's name.</param>
/// <param name="Limit">The Threshold Limit.</param>
/// <param name="Available">Numbers left of the year.</param>
/// <param name="Year">The Jakarta year they belong to.</param>
/// <param name="Link">Address of the page E-Faktur No.</param>
/// <param name="Language">The receiver's.</param>
public sealed record ThresholdMail(string Merchant, int Limit, long Available, int Year, string Link, Language Language)
{
    public string Subject => (Indonesian, Available) switch
    {
        (true, 0) => string.Create(CultureInfo.InvariantCulture, $"{OneLine}: NSFP untuk {Year} habis"),
        (true, _) => string.Create(CultureInfo.InvariantCulture, $"{OneLine}: tersisa {Rupiah.Count(Available)} NSFP untuk {Year}"),
        (false, 0) => string.Create(CultureInfo.InvariantCulture, $"{OneLine}: no E-Faktur No left for {Year}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{OneLine}: {Rupiah.Count(Available)} E-Faktur No left for {Year}"),
    };

    public string Text => string.Create(CultureInfo.InvariantCulture, $"""
        {Sentence}

        Merchant: {Merchant}
        {YearPeriod}: {Year}
        {AvailableNumbers}: {Rupiah.Count(Available)}
        {ThresholdLimit}: {Rupiah.Count(Limit)}

        {WhatToDo}
        {Link}
        """);

    public string Html => string.Create(CultureInfo.InvariantCulture, $"""
        <!DOCTYPE html>
        <html lang="{(Indonesian ? "id" : "en")}"><body style="font-family:system-ui,sans-serif;color:#1f2933">
        <p>{WebUtility.HtmlEncode(Sentence)}</p>
        <table cellpadding="4" style="border-collapse:collapse">
        <tr><th align="left">Merchant</th><td>{WebUtility.HtmlEncode(Merchant)}</td></tr>
        <tr><th align="left">{YearPeriod}</th><td>{Year}</td></tr>
        <tr><th align="left">{AvailableNumbers}</th><td><b>{Rupiah.Count(Available)}</b></td></tr>
        <tr><th align="left">{ThresholdLimit}</th><td>{Rupiah.Count(Limit)}</td></tr>
        </table>
        <p>{WhatToDo}<br><a href="{WebUtility.HtmlEncode(Link)}">{WebUtility.HtmlEncode(Link)}</a></p>
        </body></html>
        """);

    private bool Indonesian => Language == Language.Indonesian;

    private string YearPeriod => Indonesian ? "Tahun Pajak" : "Year Period";

    private string AvailableNumbers => Indonesian ? "Nomor tersedia" : "Available numbers";

    private string ThresholdLimit => Indonesian ? "Ambang batas" : "Threshold Limit";

    private string WhatToDo => Indonesian
        ? "Mintalah nomor tambahan kepada kantor pajak, lalu tambahkan rentangnya di NSFP:"
        : "Ask the tax office for more numbers and add the range under E-Faktur No:";

    // A line break in a name would end the header that the subject stands in.
    private string OneLine => string.Concat(Merchant.Select(c => char.IsControl(c) ? ' ' : c));

    private string Sentence => (Indonesian, Available) switch
    {
        (true, 0) => string.Create(
            CultureInfo.InvariantCulture,
            $"NSFP (Nomor Seri Faktur Pajak) untuk {Year} habis. Tagihan kena pajak terbit tanpa NSFP sampai rentang ditambahkan."),
        (true, _) => string.Create(
            CultureInfo.InvariantCulture, $"NSFP (Nomor Seri Faktur Pajak) yang tersedia untuk {Year} mencapai ambang batas."),
        (false, 0) => string.Create(
            CultureInfo.InvariantCulture,
            $"No tax invoice number is left for {Year}. Taxed invoices are issued without one until a range is added."),
        _ => string.Create(CultureInfo.InvariantCulture, $"The available tax invoice numbers for {Year} reached the Threshold Limit."),
    };
}
