using System.Globalization;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Customers;
using FaspayBilling.Core.Features.Settings;
using FaspayBilling.Core.Live;
using FaspayBilling.Web.Components.Ui;
using FaspayBilling.Web.Components.Ui.Fields;
using FaspayBilling.Web.Components.Ui.Tables;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace FaspayBilling.Web.Components.Pages.Customers;

/// <summary>The Customer List: find one, add, change and archive. All of its state is in the address.</summary>
public sealed partial class CustomerList
{
    private const string Yes = "yes";

    private readonly IReadOnlyList<Choice<bool>> shown = [new(false, T("Active")), new(true, T("Archived"))];

    private readonly IReadOnlyList<TableColumn<CustomerRow>> allColumns =
    [
        new(T("Customer Name"), r => r.Name) { Sort = nameof(CustomerSort.Name) },
        new(T("Email"), r => Text(r.Email)) { Sort = nameof(CustomerSort.Email), Cut = true },
        new(T("Phone"), r => Text(r.Phone)),
        new(T("Group"), r => r.Group ?? Format.None) { Sort = nameof(CustomerSort.Group), Cut = true },
        new(
            T("NPWP"),
            r => r.Identity.Length == 0 ? Format.None : r.Document == BuyerIdType.Tin ? r.Identity : $"{r.Document.Say()} {r.Identity}")
        {
            Sort = nameof(CustomerSort.Npwp)
        },
        new(T("VA Static Number"), r => Text(r.VaNumber)) { Sort = nameof(CustomerSort.VaNumber) },
    ];

    private readonly ReadOnce<IReadOnlyList<GroupRow>> allGroups = new();
    private IReadOnlyList<TableColumn<CustomerRow>> columns = [];
    private IReadOnlyList<GroupRow> groups = [];
    private CustomerQuery query = new();
    private Page<CustomerRow>? page;
    private long? edited;
    private bool editing;
    private CustomerQuestions? questions;

    [Inject] public required ListCustomers List { get; init; }

    [Inject] public required ListCustomerGroups ListGroups { get; init; }

    [Inject] public required DownloadCustomers Download { get; init; }

    [CascadingParameter] public required ListUrl Url { get; set; }

    [CascadingParameter] public MerchantContext? Shell { get; set; }

    private bool MayEdit => Actor?.WhyNot(Role.Finance) is null;

    private bool Filtered => query.Search.Length > 0 || query.GroupId is not null;

    private string Nothing =>
        Filtered ? T("No customer matches this search.")
        : query.Archived ? T("No customer is archived.")
        : T("There are no customers yet.");

    private IReadOnlyList<Choice<long?>> GroupChoices =>
    [
        new(null, T("All groups")),
        new(0, T("Without a group")),
        .. groups.Select(g => new Choice<long?>(g.Id, g.Name))
    ];

    protected override async Task ReadAsync(Actor actor, CancellationToken stop)
    {
        columns = Shell?.EFakturModule ?? true ? allColumns : [.. allColumns.Where(c => c.Sort != nameof(CustomerSort.Npwp))];
        query = QueryOf(Url);
        groups = await allGroups.GetAsync(Seen, () => ListGroups.HandleAsync(actor, stop));
        page = await List.HandleAsync(actor, query, stop);
        if (page.Number != Url.Page)
        {
            // The list became shorter than the address says.
            Navigation.NavigateTo(Url.WithPage(page.Number), replace: true);
        }
    }

    protected override ChangeImpact ConcernOf(LiveChange change) =>
        page is null || !change.Touches(HistorySubject.Customer) ? ChangeImpact.None
        : page.Rows.Count == 0 || page.Rows.Any(r => change.Touches(HistorySubject.Customer, r.Id)) ? ChangeImpact.Read
        : ChangeImpact.Hint;

    private static string Text(string text) => text.Length == 0 ? Format.None : text;

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
        [
            new(T("Edit"), this.Then(() => EditAsync(row.Id))) { Icon = Icons.Material.Outlined.Edit },
            .. questions!.MenuOf(row.Id, row.Version, row.Name, row.Archived)
        ]);

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
