using System.Text;
using FaspayBilling.Core.Features.Customers;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.Customers;

/// <summary>Files with customers.</summary>
internal static class GivenImport
{
    public const string Heading =
        "Customer Name;Customer Email;Phone;Address;Group;VA Static Number;Taxable Company;Transaction Code;Document;Document "
            + "Number;Country;NPWP;NITKU;NPWP Owner Name;NPWP Address;Remarks";

    /// <summary>A row with nothing wrong.</summary>
    public const string Good =
        "PT Maju;finance@maju.example;+62 21 5290;Jl. A 1;Retail;1234567890;Ya;4;TIN;;Indonesia;02.601.536.2-054.000;;PT MAJU;JL A 1;x";

    /// <summary>Another one, of somebody without an NPWP.</summary>
    public const string Person = "Dewi;dewi@example.co.id;;Jl. B 2;retail;;No;;NIK;3171014101900001;;;;;;";

    /// <summary>What Finance sees of a file with these lines.</summary>
    public static async Task<CustomerImport> ReadImportAsync(this TestDb db, GivenMerchant merchant, params string[] lines) =>
        (await db.Get<ReadCustomerImport>()
            .HandleAsync(merchant.Finance, new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines))), default)).Value;
}
