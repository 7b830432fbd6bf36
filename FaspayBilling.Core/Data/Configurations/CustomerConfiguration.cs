using FaspayBilling.Core.Data.Paging;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Merchants;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaspayBilling.Core.Data.Configurations;

internal sealed class CustomerConfiguration : IEntityTypeConfiguration<Customer>
{
    public void Configure(EntityTypeBuilder<Customer> customer)
    {
        customer.ToTable("Customers");
        customer.Property(c => c.Name).HasMaxLength(200);
        customer.Property(c => c.Email).HasMaxLength(CustomerEmails.Longest);
        customer.Property(c => c.Phone).HasMaxLength(40);
        customer.Property(c => c.Address).HasMaxLength(500);
        customer.Property(c => c.Npwp).HasMaxLength(16);
        customer.Property(c => c.NpwpName).HasMaxLength(200);
        customer.Property(c => c.NpwpAddress).HasMaxLength(500);
        customer.Property(c => c.TransactionCode).HasMaxLength(2);
        customer.Property(c => c.DocumentNumber).HasMaxLength(40);
        customer.Property(c => c.Country).HasMaxLength(3);
        customer.Property(c => c.Nitku).HasMaxLength(22);
        customer.Property(c => c.VaNumber).HasMaxLength(10);
        customer.Property(c => c.AdditionalInfo).HasMaxLength(500);
        customer.HasOne<CustomerGroup>().WithMany().HasForeignKey(c => c.GroupId).OnDelete(DeleteBehavior.Restrict);
        customer.HasOne<Merchant>().WithMany().HasForeignKey(c => c.MerchantId).OnDelete(DeleteBehavior.Restrict);
        customer.HasIndex(c => new { c.MerchantId, c.Number }).IsUnique();
        customer.HasIndex(c => new { c.MerchantId, c.VaNumber }).IsUnique().HasFilter("\"VaNumber\" <> ''");

        // One index per way the list sorts, the archived ones apart; counts are read from them too.
        customer.Property<int>(ArchivedColumn.Name).HasComputedColumnSql(ArchivedColumn.Sql);
        foreach (var sort in new[] { nameof(Customer.Name), nameof(Customer.Email), nameof(Customer.Npwp), nameof(Customer.VaNumber) })
        {
            customer.HasIndex(nameof(Customer.MerchantId), ArchivedColumn.Name, sort, nameof(Customer.Id));
        }

        customer.HasIndex(nameof(Customer.MerchantId), ArchivedColumn.Name, nameof(Customer.Number));
        customer.HasIndex(nameof(Customer.MerchantId), ArchivedColumn.Name, nameof(Customer.GroupId), nameof(Customer.Id));
    }
}
