using FaspayBilling.Core.Domain.Attachments;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaspayBilling.Core.Data.Configurations;

internal sealed class AttachmentConfiguration : IEntityTypeConfiguration<Attachment>
{
    public void Configure(EntityTypeBuilder<Attachment> document)
    {
        document.ToTable("BillingDocuments");
        document.HasQueryFilter(d => d.DeletedAt == null);
        document.Property(d => d.FileName).HasMaxLength(200);
        document.Property(d => d.ContentType).HasMaxLength(40);
        document.Property(d => d.Description).HasMaxLength(300);
        document.Property(d => d.WithholdingNumber).HasMaxLength(60);
        document.Property(d => d.UploadedBy).HasMaxLength(100);
        document.Property(d => d.DeletedBy).HasMaxLength(100);
        document.HasOne<Invoice>().WithMany().HasForeignKey(d => d.InvoiceId).OnDelete(DeleteBehavior.Restrict);
        document.HasOne<FileContent>().WithMany().HasForeignKey(d => d.ContentId).OnDelete(DeleteBehavior.Restrict);
        document.HasIndex(d => new { d.InvoiceId, d.DeletedAt });
    }
}
