using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Web;

namespace FaspayBilling.Tests.Attacks;

/// <summary>What somebody stored is text in the HTML of every mail.</summary>
public sealed class StoredMarkupInMailsTests
{
    [Fact]
    public async Task Stored_markup_is_text_in_every_mail()
    {
        await using var db = await TestDb.MakeAsync();
        var mails = await EveryMail.MakeAsync(db);
        var found = new List<string>();

        foreach (var text in HostileMarkup.Texts(AttackCount.Inputs))
        {
            foreach (var mail in await mails.WriteAsync(text))
            {
                var page = HttpVisitor.Parse(mail.Html);
                found.AddRange(HostileMarkup.Findings(page).Select(f => $"{mail.Kind} with {text}: {f}"));
                if (!HostileMarkup.IsIn(page.Body!.TextContent))
                {
                    found.Add($"{mail.Kind} with {text}: it is not shown");
                }
            }
        }

        found.Should().BeEmpty();
    }
}
