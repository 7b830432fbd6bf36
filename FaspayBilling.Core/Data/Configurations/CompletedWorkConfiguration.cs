using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaspayBilling.Core.Data.Configurations;

internal sealed class CompletedWorkConfiguration : IEntityTypeConfiguration<CompletedWork>
{
    public void Configure(EntityTypeBuilder<CompletedWork> work)
    {
        work.ToTable("CompletedWork");
        work.Property(w => w.Scope).HasMaxLength(60);
        work.Property(w => w.Key).HasMaxLength(200);
        work.Property(w => w.RequestHash).HasMaxLength(64);
        work.Property(w => w.Answer).HasMaxLength(200_000);
        work.HasIndex(w => new { w.Scope, w.Key }).IsUnique();
        work.HasIndex(w => w.At);
    }
}
