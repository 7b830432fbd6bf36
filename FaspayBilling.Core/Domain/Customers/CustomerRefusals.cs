using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Domain.Customers;

/// <summary>The "no" about customers, their groups and their import.</summary>
public static class CustomerRefusals
{
    private const int LongestShown = 60;

    public static readonly Refusal CustomerNotFound = Refusal.NotFound("customer.not-found");
    public static readonly Refusal CustomerName = Refusal.Bad("customer.name", nameof(CustomerInput.Name));
    public static readonly Refusal CustomerEmail = Refusal.Bad("customer.email", nameof(CustomerInput.Email));

    public static Refusal CustomerEmailsTooMany(int count) =>
        Refusal.Bad("customer.email:many", nameof(CustomerInput.Email), ("most", CustomerEmails.Most), ("count", count));

    public static Refusal CustomerEmailWrong(string address)
    {
        var shown = address.Length <= LongestShown ? address : $"{PlainText.Cut(address, LongestShown)}…";
        return Refusal.Bad("customer.email:wrong", nameof(CustomerInput.Email), ("address", shown));
    }

    public static readonly Refusal CustomerPhone = Refusal.Bad("customer.phone", nameof(CustomerInput.ContactNo));
    public static readonly Refusal CustomerAddress = Refusal.Bad("customer.address", nameof(CustomerInput.Address));
    public static readonly Refusal CustomerVaNumber = Refusal.Bad("customer.va-number", nameof(CustomerInput.VaNumber));
    public static readonly Refusal CustomerNpwp = Refusal.Bad("customer.npwp", nameof(CustomerInput.Npwp));
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

    /// <param name="customer">Its name.</param>
    /// <param name="missing">Fields of its form.</param>
    public static Refusal TaxIdentityMissing(string customer, IEnumerable<Value> missing) =>
        Refusal.Bad("invoice.customer-tax", "CustomerId", ("customer", customer), ("missing", Value.List(missing)));

    public static readonly Refusal CustomerInUse = Refusal.Rule("customer.in-use");
    public static readonly Refusal CustomerDuplicate = Refusal.Bad("customer.duplicate", nameof(CustomerInput.Name));
    public static readonly Refusal GroupNotFound = Refusal.NotFound("customer-group.not-found");
    public static readonly Refusal GroupName = Refusal.Bad("customer-group.name", "Name");
    public static readonly Refusal GroupNameTaken = Refusal.Bad("customer-group.name-taken", "Name");

    /// <param name="place">Where the heading stands.</param>
    /// <param name="missing">Columns that it does not name.</param>
    public static Refusal ImportColumns(Message place, IEnumerable<string> missing) =>
        Refusal.Bad("import.columns", "File", ("place", place), ("missing", List(missing)));

    /// <param name="sheets">All that were looked at; none for a CSV file.</param>
    /// <param name="needed">Columns that a heading names at least.</param>
    public static Refusal ImportHeading(IEnumerable<string> sheets, IEnumerable<string> needed) =>
        List(sheets) is { Items.Count: > 0 } named
            ? Refusal.Bad("import.columns:none-in-sheets", "File", ("sheets", named), ("needed", List(needed)))
            : Refusal.Bad("import.columns:none", "File", ("needed", List(needed)));

    public static Refusal ImportColumnTwice(Message place, string column) =>
        Refusal.Bad("import.columns:twice", "File", ("place", place), ("column", column));

    public static Refusal ImportGroup(string column) => Refusal.Bad("import.value:length", field: null, ("column", column));

    public static Refusal ImportDocument(string column) => Refusal.Bad("import.value:document", field: null, ("column", column));

    public static Refusal ImportYesOrNo(string column) => Refusal.Bad("import.value:yes-or-no", field: null, ("column", column));

    /// <param name="field">Of the customer; null when none is typed there.</param>
    /// <param name="cell">As spreadsheets name it.</param>
    /// <param name="column">Its heading.</param>
    public static Refusal ImportNoResult(string? field, string cell, string column) =>
        Refusal.Bad("import.cell:no-result", field, ("cell", cell), ("column", column));

    /// <param name="field">Of the customer; null when none is typed there.</param>
    /// <param name="cell">As spreadsheets name it.</param>
    /// <param name="column">Its heading.</param>
    /// <param name="found">The error, such as <c>#N/A</c>.</param>
    public static Refusal ImportError(string? field, string cell, string column, string found) =>
        Refusal.Bad("import.cell:error", field, ("cell", cell), ("column", column), ("found", found));

    /// <param name="field">Of the customer.</param>
    /// <param name="column">Its heading.</param>
    /// <param name="found">What is left of the number.</param>
    public static Refusal ImportDigitsLost(string? field, string column, string found) =>
        Refusal.Bad("import.cell:digits-lost", field, ("column", column), ("found", found));

    /// <param name="field">Of the customer.</param>
    /// <param name="column">Its heading.</param>
    /// <param name="found">The number without its zeros.</param>
    public static Refusal ImportZerosLost(string? field, string column, string found) =>
        Refusal.Bad("import.cell:zeros-lost", field, ("column", column), ("found", found));

    public static Refusal ImportTwice(int line) => Refusal.Bad("import.twice", field: null, ("row", Value.Plain(line)));

    private static Value List(IEnumerable<string> names) => Value.List(names.Select(n => (Value)n));
}
