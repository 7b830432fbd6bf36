using System.Text.Json;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice.Codes;
using FaspayBilling.Core.Features.Customers;
using FaspayBilling.Web.Components.Pages.Kept;
using FaspayBilling.Web.Components.Ui.Dialogs;
using FaspayBilling.Web.Components.Ui.Fields;
using Microsoft.AspNetCore.Components;

namespace FaspayBilling.Web.Components.Pages.Customers;

/// <summary>The form of a customer, for the Customer List and for "add new" inside an invoice.</summary>
public sealed partial class CustomerDialog
{
    private static readonly IReadOnlyList<Choice<string>> AllPhoneCodes =
    [
        .. Countries.All.GroupBy(c => c.PhoneCode, StringComparer.Ordinal)
            .OrderBy(g => g.Key != PhoneNumber.Home)
            .ThenBy(g => g.First().Name, StringComparer.Ordinal)
            .Select(g => new Choice<string>(g.Key, $"+{g.Key} {string.Join(", ", g.Select(c => c.Name))}")),
    ];

    private static readonly IReadOnlyList<Choice<string>> CountryChoices =
        [
            .. Countries.All.OrderBy(c => c.Code != Countries.Home)
                .ThenBy(c => c.Name, StringComparer.Ordinal)
                .Select(c => new Choice<string>(c.Code, $"{c.Name} ({c.Code})"))
        ];

    private readonly IReadOnlyList<Choice<string>> codes =
    [
        new("", T("None: the usual one")),
        .. TransactionCodes.All.Select(c => new Choice<string>(c, c))
    ];

    private readonly IReadOnlyList<Choice<BuyerIdType>> documents =
    [
        .. BuyerIdTypes.All.Select(d => new Choice<BuyerIdType>(d, d.Say()))
    ];

    private CustomerForm? form;
    private CustomerInput data = new();
    private Refusal? missing;
    private KeptArea? kept;
    private bool wasOpen;

    [Inject] public required ReadCustomerForm Read { get; init; }

    [Inject] public required SaveCustomer Save { get; init; }

    [Inject] public required GenerateVaNumber Generate { get; init; }

    [Parameter] public bool Open { get; set; }

    [Parameter] public EventCallback<bool> OpenChanged { get; set; }

    [Parameter, EditorRequired] public required Actor Actor { get; set; }

    /// <summary>The customer to change; null to add one.</summary>
    [Parameter] public long? Id { get; set; }

    /// <summary>Stands in the form of a new customer, e.g. what was typed where none was found.</summary>
    [Parameter] public string NewName { get; set; } = "";

    /// <summary>After OK: the saved customer's key.</summary>
    [Parameter] public EventCallback<long> OnDone { get; set; }

    private bool Tin => data.Document == BuyerIdType.Tin;

    private IReadOnlyList<Choice<long?>> Groups => [new(null, T("No group")), .. form!.Groups.Select(g => new Choice<long?>(g.Id, g.Name))];

    // A code that no country has stays as it was stored until another is chosen.
    private IReadOnlyList<Choice<string>> PhoneCodes =>
        Countries.HasPhoneCode(data.PhoneCode) ? AllPhoneCodes : [new(data.PhoneCode, $"+{data.PhoneCode}"), .. AllPhoneCodes];

    protected override async Task OnParametersSetAsync()
    {
        var opens = Open && !wasOpen;
        wasOpen = Open;
        if (!Open)
        {
            (form, missing) = (null, null);
        }
        else if (opens)
        {
            await UntilReadAsync(ReadAsync);
        }
    }

    private async Task ReadAsync(CancellationToken stop)
    {
        var found = await Read.HandleAsync(Actor, Id, stop);
        (form, missing) = (found.Ok ? found.Value : null, found.Refusal);
        data = form is null ? new() : Id is null ? form.Data with { Name = NewName } : form.Data;
    }

    private async Task GenerateAsync() => data = data with { VaNumber = await Generate.HandleAsync(Actor, Stop) };

    private async Task<Outcome> SaveAsync(Submission sent) =>
        await kept!.SendAsync(JsonSerializer.Serialize(Asked), by => Save.HandleAsync(by, Id, Asked, form!.Version, default));

    private void Restore(FormSnapshot typed) => data = data with
    {
        Name = typed.Text(nameof(data.Name)) ?? data.Name,
        Email = typed.Text(nameof(data.Email)) ?? data.Email,
        PhoneCode = typed.Text(nameof(data.PhoneCode)) ?? data.PhoneCode,
        ContactNo = typed.Text(nameof(data.ContactNo)) ?? data.ContactNo,
        Address = typed.Text(nameof(data.Address)) ?? data.Address,
        VaNumber = typed.Text(nameof(data.VaNumber)) ?? data.VaNumber,
        GroupId = typed.Long(nameof(data.GroupId)),
        AdditionalInfo = typed.Text(nameof(data.AdditionalInfo)) ?? data.AdditionalInfo,
        TaxableCompany = typed.Flag(nameof(data.TaxableCompany)) ?? data.TaxableCompany,
        TransactionCode = typed.Text(nameof(data.TransactionCode)) ?? data.TransactionCode,
        Document = typed.Choice(nameof(data.Document), documents, data.Document),
        Npwp = typed.Text(nameof(data.Npwp)) ?? data.Npwp,
        NpwpName = typed.Text(nameof(data.NpwpName)) ?? data.NpwpName,
        Nitku = typed.Text(nameof(data.Nitku)) ?? data.Nitku,
        DocumentNumber = typed.Text(nameof(data.DocumentNumber)) ?? data.DocumentNumber,
        Country = typed.Text(nameof(data.Country)) ?? data.Country,
        NpwpAddress = typed.Text(nameof(data.NpwpAddress)) ?? data.NpwpAddress,
    };

    // What the chosen document does not show is not sent, so that nobody is asked to mend a hidden field.
    private CustomerInput Asked => !form!.EFakturModule ? data : Tin ? data with { DocumentNumber = "" } : data with { Nitku = "" };

    private Task DoneAsync(Outcome done) => OnDone.InvokeAsync(((Outcome<long>)done).Value);
}
