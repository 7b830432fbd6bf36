using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Domain.Customers;

/// <summary>The "no" about customers, their groups and their import.</summary>
public static class CustomerRefusals
{
    public static readonly Refusal CustomerNotFound = Refusal.NotFound("customer.not-found");
    public static readonly Refusal CustomerName = Refusal.Bad("customer.name", nameof(CustomerInput.Name));
    public static readonly Refusal CustomerEmail = Refusal.Bad("customer.email", nameof(CustomerInput.Email));
    public static readonly Refusal CustomerPhone = Refusal.Bad("customer.phone", nameof(CustomerInput.ContactNo));
    public static readonly Refusal CustomerAddress = Refusal.Bad("customer.address", nameof(CustomerInput.Address));
    public static readonly Refusal CustomerVaNumber = Refusal.Bad("customer.va-number", nameof(CustomerInput.VaNumber));
    public static readonly Refusal CustomerNpwp = Refusal.Bad("customer.npwp", nameof(CustomerInput.Npwp));
    public static readonly Refusal CustomerNpwpMissing = Refusal.Bad("customer.npwp:missing", nameof(CustomerInput.Npwp));
    public static readonly Refusal CustomerNpwpName = Refusal.Bad("customer.npwp-name", nameof(CustomerInput.NpwpName));
    public static readonly Refusal CustomerNpwpAddress = Refusal.Bad("customer.npwp-address", nameof(CustomerInput.NpwpAddress));
    public static readonly Refusal CustomerNik = Refusal.Bad("customer.document-number:nik", nameof(CustomerInput.DocumentNumber));
    public static readonly Refusal CustomerDocumentNumber = Refusal.Bad("customer.document-number", nameof(CustomerInput.DocumentNumber));
    public static readonly Refusal CustomerCountry = Refusal.Bad("customer.country", nameof(CustomerInput.Country));
    public static readonly Refusal CustomerNitku = Refusal.Bad("customer.nitku", nameof(CustomerInput.Nitku));
    public static readonly Refusal CustomerTransactionCode =
        Refusal.Bad("customer.transaction-code", nameof(CustomerInput.TransactionCode));
    public static readonly Refusal CustomerAdditionalInfo = Refusal.Bad("customer.additional-info", nameof(CustomerInput.AdditionalInfo));
    public static readonly Refusal CustomerGroupMissing = Refusal.Bad("customer.group", nameof(CustomerInput.GroupId));

    public static Refusal CustomerVaTaken(string customer) =>
        Refusal.Bad("customer.va-taken", nameof(CustomerInput.VaNumber), ("customer", customer));

    public static readonly Refusal CustomerInUse = Refusal.Rule("customer.in-use");
    public static readonly Refusal CustomerDuplicate = Refusal.Bad("customer.duplicate", nameof(CustomerInput.Name));
    public static readonly Refusal GroupNotFound = Refusal.NotFound("customer-group.not-found");
    public static readonly Refusal GroupName = Refusal.Bad("customer-group.name", "Name");
    public static readonly Refusal GroupNameTaken = Refusal.Bad("customer-group.name-taken", "Name");

    public static Refusal ImportColumns(IEnumerable<string> missing) =>
        Refusal.Bad("import.columns", "File", ("missing", Value.List(missing.Select(m => (Value)m))));

    public static Refusal ImportColumnTwice(string column) => Refusal.Bad("import.columns:twice", "File", ("column", column));

    public static Refusal ImportGroup(string column) => Refusal.Bad("import.value:length", field: null, ("column", column));

    public static Refusal ImportDocument(string column) => Refusal.Bad("import.value:document", field: null, ("column", column));

    public static Refusal ImportYesOrNo(string column) => Refusal.Bad("import.value:yes-or-no", field: null, ("column", column));

    public static Refusal ImportTwice(int line) => Refusal.Bad("import.twice", field: null, ("row", Value.Plain(line)));
}
