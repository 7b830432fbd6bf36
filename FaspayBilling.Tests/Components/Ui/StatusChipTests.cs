using Bunit;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Tests.Support.Ui;
using FaspayBilling.Web.Components.Ui;

namespace FaspayBilling.Tests.Components.Ui;

public sealed class StatusChipTests : UiTest
{
    [Fact]
    public void Every_status_has_words_and_a_look_of_its_own()
    {
        var chips = InvoiceStatuses.All.Select(s => Render<StatusChip>(p => p.Add(c => c.Status, s)).ByTestId("status")).ToList();

        chips.Select(c => c.TextContent).Should().Equal(InvoiceStatuses.All.Select(s => s.Text()));
        chips.Select(c => c.ClassName).Should().OnlyHaveUniqueItems();
    }
}
