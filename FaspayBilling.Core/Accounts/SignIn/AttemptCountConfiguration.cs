using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaspayBilling.Core.Accounts.SignIn;

internal sealed class AttemptCountConfiguration : IEntityTypeConfiguration<AttemptCount>
{
    public void Configure(EntityTypeBuilder<AttemptCount> count)
    {
        count.ToTable("AttemptCounts");
        count.HasKey(c => c.Key);
        count.Property(c => c.Key).HasMaxLength(120);
        count.HasIndex(c => c.LastAt);
    }
}
