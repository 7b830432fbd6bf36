using FaspayBilling.Core.Domain.Customers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaspayBilling.Core.Data.Configurations;

internal sealed class CustomerGroupConfiguration : IEntityTypeConfiguration<CustomerGroup>
{
    public void Configure(EntityTypeBuilder<CustomerGroup> grp)
    {
        grp.ToTable("CustomerGroups");
        grp.Property(g => g.Name).HasMaxLength(100);
        grp.HasIndex(g => new { g.MerchantId, g.Name }).IsUnique();
    }
}
