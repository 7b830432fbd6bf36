using FaspayBilling.Core.Domain.Customers;

namespace FaspayBilling.Core.Features.Customers;

/// <summary>One row of the Customer List.</summary>
/// <param name="Id">Key.</param>
/// <param name="Version">For actions on the row.</param>
/// <param name="Number">The API's customer_id.</param>
/// <param name="Name">Customer Name.</param>
/// <param name="Email">The first e-mail address, and how many more; empty only for customers that the API made.</param>
/// <param name="Phone">With its phone code.</param>
/// <param name="Group">Name of its group; null without one.</param>
/// <param name="Document">By which paper the tax office knows it.</param>
/// <param name="Identity">The NPWP, or that document's number.</param>
/// <param name="VaNumber">VA Static Number.</param>
/// <param name="Archived">Offered for no new invoice.</param>
public sealed record CustomerRow(
    long Id,
    int Version,
    int Number,
    string Name,
    string Email,
    string Phone,
    string? Group,
    BuyerIdType Document,
    string Identity,
    string VaNumber,
    bool Archived);
