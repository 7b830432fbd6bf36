using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaspayBilling.Core.Accounts;

internal sealed class SetupLinkConfiguration : IEntityTypeConfiguration<SetupLink>
{
    public void Configure(EntityTypeBuilder<SetupLink> link)
    {
        link.ToTable("SetupLinks");
        link.Property(l => l.SecretHash).HasMaxLength(64);
        link.HasIndex(l => l.SecretHash).IsUnique();
    }
}
