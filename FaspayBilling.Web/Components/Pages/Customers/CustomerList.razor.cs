using System.Globalization;
using FaspayBilling.Core.Domain;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.History;
using FaspayBilling.Core.Features.Customers;
using FaspayBilling.Core.Features.Settings;
using FaspayBilling.Core.Live;
using FaspayBilling.Web.Components.Dialogs;
using FaspayBilling.Web.Components.Ui;
using FaspayBilling.Web.Components.Ui.Fields;
using FaspayBilling.Web.Components.Ui.Tables;
using Microsoft.AspNetCore.Components;

namespace FaspayBilling.Web.Components.Pages.Customers;

/// <summary>The Customer List: find one, add, change and archive. All of its state is in the address.</summary>
public sealed partial class CustomerList
{
    private const string Yes = "yes";

    private static readonly IReadOnlyList<Choice<bool>> shown = [new(false, "Active"), new(true, "Archived")];

    private static readonly IReadOnlyList<TableColumn<CustomerRow>> allColumns =
    [
        new("Customer Name", r => r.Name) { Sort = nameof(CustomerSort.Name) },
        new("Email", r => Text(r.Email)) { Sort = nameof(CustomerSort.Email), Cut = true },
        new("Phone", r => Text(r.Phone)),
        new("Group", r => r.Group ?? Show.None) { Sort = nameof(CustomerSort.Group), Cut = true },
        new("NPWP", r => r.Identity.Length == 0 ? Show.None : r.Document == BuyerDocument.Tin ? r.Identity : $"{r.Document.Text()} {r.Identity}") { Sort = nameof(CustomerSort.Npwp) },
        new("VA Static Number", r => Text(r.VaNumber)) { Sort = nameof(CustomerSort.VaNumber) },
    ];

    private IReadOnlyList<TableColumn<CustomerRow>> columns = allColumns;
    private IReadOnlyList<GroupRow> groups = [];
    private CustomerQuery query = new();
    private Page<CustomerRow>? page;
    private long? edited;
    private bool editing;
    private CustomerQuestions? questions;

    [Inject] public required ListCustomers List { get; init; }

    [Inject] public required ListCustomerGroups ListGroups { get; init; }

    [Inject] public required DownloadCustomers Download { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [CascadingParameter] public required ListUrl Url { get; set; }

    [CascadingParameter] public Shell? Shell { get; set; }

    private bool MayEdit => Actor?.WhyNot(Role.Finance) is null;

    private bool Filtered => query.Search.Length > 0 || query.GroupId is not null;

    private string Nothing =>
        Filtered ? "No customer matches this search." : query.Archived ? "No customer is archived." : "There are no customers yet.";

    private IReadOnlyList<Choice<long?>> GroupChoices => [new(null, "All groups"), new(0, "Without a group"), .. groups.Select(g => new Choice<long?>(g.Id, g.Name))];

    protected override async Task ReadAsync(Actor actor)
    {
        columns = Shell?.EFakturModule ?? true ? allColumns : [.. allColumns.Where(c => c.Sort != nameof(CustomerSort.Npwp))];
        query = QueryOf(Url);
        groups = await ListGroups.HandleAsync(actor, Stop);
        page = await List.HandleAsync(actor, query, Stop);
        if (page.Number != Url.Page)
        {
            // The list became shorter than the address says.
            Navigation.NavigateTo(Url.WithPage(page.Number), replace: true);
        }
    }

    protected override Concern ConcernOf(LiveChange change) =>
        page is null || !change.Touches(HistorySubject.Customer) ? Concern.None
        : page.Rows.Count == 0 || page.Rows.Any(r => change.Touches(HistorySubject.Customer, r.Id)) ? Concern.Read
        : Concern.Hint;

    private static string Text(string text) => text.Length == 0 ? Show.None : text;

    private static CustomerQuery QueryOf(ListUrl url) => new()
    {
        Search = url.Search ?? "",
        GroupId = long.TryParse(url[Key.Group], NumberStyles.None, CultureInfo.InvariantCulture, out var group) ? group : null,
        Archived = url[Key.Archived] == Yes,
        Sort = Enum.TryParse<CustomerSort>(url.Sort, out var sort) && Enum.IsDefined(sort) ? sort : CustomerSort.Name,
        Descending = url.Sort is not null && url.Descending,
        Page = url.Page,
        Size = url.Size,
    };

    private Task<IReadOnlyList<MenuItem>> MenuAsync(CustomerRow row) => Task.FromResult<IReadOnlyList<MenuItem>>(
        [new("Edit", this.Then(() => EditAsync(row.Id))) { Icon = IconName.Edit }, .. questions!.MenuOf(row.Id, row.Version, row.Name, row.Archived)]);

    private Task EditAsync(long? id)
    {
        (edited, editing) = (id, true);
        return Task.CompletedTask;
    }

    private static class Key
    {
        public const string Search = "q";
        public const string Group = "group";
        public const string Archived = "archived";
    }
}
