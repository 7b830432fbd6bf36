using System.Globalization;
using FaspayBilling.Core.Outbox.Mail;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Storms;

/// <summary>The mails that left, as they lie in the folder.</summary>
/// <param name="Left">How many different ones.</param>
/// <param name="Copies">How many of them a second time, because the program had died between the sending and the record of it.</param>
/// <param name="Wrong">Sent twice without that, or said to be sent and not there.</param>
internal sealed record StormMails(int Left, int Copies, IReadOnlyList<string> Wrong)
{
    /// <param name="db">The outbox.</param>
    /// <param name="folder">Of the mails.</param>
    /// <param name="deaths">When the program died.</param>
    public static async Task<StormMails> ReadAsync(TestDb db, string folder, IReadOnlyList<DateTimeOffset> deaths)
    {
        // Before the folder is read: the program still sends.
        var said = await db.ReadAsync(
            d => d.Set<OutboxMail>().Where(m => m.State == MailState.Sent).Select(m => m.MessageId).ToListAsync());
        var sent = new Dictionary<string, List<DateTimeOffset>>(StringComparer.Ordinal);
        foreach (var file in Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.eml") : [])
        {
            var id = (await File.ReadAllLinesAsync(file)).First(l => l.StartsWith("Message-Id:", StringComparison.OrdinalIgnoreCase));
            var at = DateTimeOffset.ParseExact(
                Path.GetFileName(file)[..18], "yyyyMMdd-HHmmssfff", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
            if (!sent.TryAdd(id[11..].Trim(), [at]))
            {
                sent[id[11..].Trim()].Add(at);
            }
        }

        var unexplained = sent
            .Where(s => s.Value.Order().Zip(s.Value.Order().Skip(1)).Any(pair => !deaths.Any(d => pair.First <= d && d <= pair.Second)))
            .Select(s => $"the mail {s.Key} left twice, at {string.Join(" and ", s.Value.Order().Select(at => $"{at:O}"))}");
        var missing = said.Where(id => !sent.ContainsKey(id)).Select(id => $"the mail {id} is said to be sent and is not there");
        return new(sent.Count, sent.Values.Sum(s => s.Count - 1), [.. unexplained, .. missing]);
    }
}
