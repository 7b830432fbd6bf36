using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaspayBilling.Core.Data.Configurations;

internal sealed class DataProtectionKeyConfiguration : IEntityTypeConfiguration<DataProtectionKey>
{
    public void Configure(EntityTypeBuilder<DataProtectionKey> key)
    {
        key.ToTable("DataProtectionKeys");
        key.Property(k => k.Id).HasConversion<long>();
        key.Property(k => k.FriendlyName).HasColumnName("Name").HasMaxLength(200).IsRequired();
        key.Property(k => k.Xml).HasMaxLength(20_000).IsRequired();
    }
}
