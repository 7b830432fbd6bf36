namespace FaspayBilling.Core.Domain.Customers;

/// <summary>What was typed about a customer, or read from a row of a file (docs/sources/faspay.md 16).</summary>
public sealed record CustomerInput
{
    /// <summary>1 to 200 characters.</summary>
    public string Name { get; init; } = "";

    /// <summary>One to ten addresses, as <see cref="CustomerEmails.Of"/> reads them.</summary>
    public string Email { get; init; } = "";

    /// <summary>A country's phone code without the plus, e.g. <c>62</c>.</summary>
    public string PhoneCode { get; init; } = PhoneNumber.Home;

    /// <summary>The number after the phone code; empty for none.</summary>
    public string ContactNo { get; init; } = "";

    /// <summary>1 to 500 characters.</summary>
    public string Address { get; init; } = "";

    public long? GroupId { get; init; }

    /// <summary>At most 500 characters.</summary>
    public string AdditionalInfo { get; init; } = "";

    /// <summary>Exactly 10 digits.</summary>
    public string VaNumber { get; init; } = "";

    public bool TaxableCompany { get; init; }

    /// <summary>Default transaction code, 01 to 10; null for none.</summary>
    public string? TransactionCode { get; init; }

    public BuyerIdType Document { get; init; } = BuyerIdType.Tin;

    /// <summary>NIK, passport or other number; only with another document than TIN.</summary>
    public string DocumentNumber { get; init; } = "";

    /// <summary>ISO alpha-3.</summary>
    public string Country { get; init; } = Countries.Home;

    /// <summary>15 or 16 digits with or without punctuation.</summary>
    public string Npwp { get; init; } = "";

    /// <summary>22 digits, or empty for the head office.</summary>
    public string Nitku { get; init; } = "";

    public string NpwpName { get; init; } = "";

    public string NpwpAddress { get; init; } = "";

    /// <summary>The customer as a form shows it.</summary>
    public static CustomerInput Of(Customer customer)
    {
        var (code, contact) = PhoneNumber.Parse(customer.Phone);
        return new()
        {
            Name = customer.Name,
            Email = customer.Email,
            PhoneCode = code,
            ContactNo = contact,
            Address = customer.Address,
            GroupId = customer.GroupId,
            AdditionalInfo = customer.AdditionalInfo,
            VaNumber = customer.VaNumber,
            TaxableCompany = customer.TaxableCompany,
            TransactionCode = customer.TransactionCode,
            Document = customer.Document,
            DocumentNumber = customer.DocumentNumber,
            Country = customer.Country,
            Npwp = customer.Npwp,
            Nitku = customer.Nitku,
            NpwpName = customer.NpwpName,
            NpwpAddress = customer.NpwpAddress,
        };
    }

    /// <summary>Writes what was typed into the row.</summary>
    public void ApplyTo(Customer customer)
    {
        (customer.Name, customer.Email, customer.Address) = (Name, Email, Address);
        customer.Phone = PhoneNumber.Text(PhoneCode, ContactNo);
        (customer.GroupId, customer.AdditionalInfo, customer.VaNumber) = (GroupId, AdditionalInfo, VaNumber);
        (customer.TaxableCompany, customer.TransactionCode) = (TaxableCompany, TransactionCode);
        (customer.Document, customer.DocumentNumber, customer.Country) = (Document, DocumentNumber, Country);
        (customer.Npwp, customer.Nitku, customer.NpwpName, customer.NpwpAddress) = (Npwp, Nitku, NpwpName, NpwpAddress);
    }
}
