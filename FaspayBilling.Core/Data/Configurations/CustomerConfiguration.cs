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
        customer.HasIndex(c => new { c.MerchantId, c.ArchivedAt, c.Name, c.Id });
    }
}
