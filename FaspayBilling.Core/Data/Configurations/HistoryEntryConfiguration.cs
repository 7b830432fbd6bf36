using FaspayBilling.Core.Data.Conversions;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaspayBilling.Core.Data.Configurations;

internal sealed class HistoryEntryConfiguration : IEntityTypeConfiguration<HistoryEntry>
{
    public void Configure(EntityTypeBuilder<HistoryEntry> entry)
    {
        entry.ToTable("History");
        entry.Property(e => e.Who).HasMaxLength(100);
        entry.Property(e => e.Action).HasMaxLength(100);
        entry.Property(e => e.Arguments)
            .HasConversion(
                new ArgumentsText(),
                new ValueComparer<Sequence<NamedValue>>((one, other) => Equals(one, other), v => v.GetHashCode(), v => v));
        entry.Ignore(e => e.Message);
        entry.Property(e => e.RefusalCode).HasMaxLength(60);
        entry.Property(e => e.Address).HasMaxLength(64);
        entry.Property(e => e.Browser).HasMaxLength(60);
        entry.HasIndex(e => new { e.MerchantId, e.Subject, e.SubjectId, e.Id });

        // Few among very many: of a million lines the security history reads only its own.
        entry.HasIndex(e => new { e.MerchantId, e.Id }).HasFilter("\"Security\"");
        entry.HasIndex(e => new { e.MerchantId, e.Subject, e.Id }).HasFilter("\"Security\"");
    }
}
