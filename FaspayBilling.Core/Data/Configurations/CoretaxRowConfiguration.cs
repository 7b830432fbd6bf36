using FaspayBilling.Core.Data.Conversions;
using FaspayBilling.Core.Data.Paging;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice.Coretax;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaspayBilling.Core.Data.Configurations;

internal sealed class CoretaxRowConfiguration : IEntityTypeConfiguration<CoretaxRow>
{
    public void Configure(EntityTypeBuilder<CoretaxRow> row)
    {
        row.ToTable("CoretaxRows");
        row.Property(r => r.Number).HasField("number").HasMaxLength(17);
        row.Property(r => r.Serial).HasMaxLength(13);
        row.Property(r => r.Reference).HasMaxLength(300);
        row.Property(r => r.BuyerName).HasMaxLength(300);
        row.Property(r => r.BuyerId).HasMaxLength(60);
        row.Property(r => r.Conflicts).HasConversion(new MessagesText(), Whole<Message>());
        row.Property(r => r.Accepted).HasConversion(new MessagesText(), Whole<Message>());
        row.Property(r => r.Candidates).HasConversion(new KeysText(), Whole<long>());
        row.Property(r => r.DismissedBy).HasMaxLength(100);
        row.HasOne<Invoice>().WithMany().HasForeignKey(r => r.InvoiceId).OnDelete(DeleteBehavior.Restrict);
        row.HasIndex(r => new { r.MerchantId, r.Number }).IsUnique();
        row.HasIndex(r => new { r.MerchantId, r.Serial });
        row.HasIndex(r => new { r.MerchantId, r.Desktop });
        row.HasIndex(r => new { r.MerchantId, r.InvoiceId, r.Id });

        // The rows that wait, as their list sorts them: few beside those that were settled.
        row.Property<int>(CoretaxColumns.Unmatched).HasComputedColumnSql(CoretaxColumns.UnmatchedSql);
        row.HasIndex(nameof(CoretaxRow.MerchantId), CoretaxColumns.Unmatched, nameof(CoretaxRow.Id))
            .IsDescending(false, false, true)
            .HasFilter("\"Waits\"");
    }

    // A sequence never changes, so it is its own snapshot.
    private static ValueComparer<Sequence<T>> Whole<T>()
        where T : IEquatable<T> =>
        new((one, other) => Equals(one, other), sequence => sequence.GetHashCode(), sequence => sequence);
}
