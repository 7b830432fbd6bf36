using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Merchants;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaspayBilling.Core.Data.Configurations;

internal sealed class DocumentNoticeConfiguration : IEntityTypeConfiguration<DocumentNotice>
{
    public void Configure(EntityTypeBuilder<DocumentNotice> notice)
    {
        notice.ToTable("DocumentNotices");
        notice.Property(n => n.DocumentId).HasMaxLength(26);
        notice.Property(n => n.Subject).HasMaxLength(300);
        notice.HasOne<Merchant>().WithMany().HasForeignKey(n => n.MerchantId).OnDelete(DeleteBehavior.Restrict);
        notice.HasIndex(n => new { n.MerchantId, n.At, n.Id });
    }
}
