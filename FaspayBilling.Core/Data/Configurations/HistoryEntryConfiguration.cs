using FaspayBilling.Core.Domain.History;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaspayBilling.Core.Data.Configurations;

internal sealed class HistoryEntryConfiguration : IEntityTypeConfiguration<HistoryEntry>
{
    public void Configure(EntityTypeBuilder<HistoryEntry> entry)
    {
        entry.ToTable("History");
        entry.Property(e => e.Who).HasMaxLength(100);
        entry.Property(e => e.What).HasMaxLength(1_000);
        entry.Property(e => e.RefusalCode).HasMaxLength(60);
        entry.HasIndex(e => new { e.MerchantId, e.Subject, e.SubjectId, e.Id });
    }
}
