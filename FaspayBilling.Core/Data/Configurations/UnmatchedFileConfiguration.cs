using FaspayBilling.Core.Data.Conversions;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaspayBilling.Core.Data.Configurations;

internal sealed class UnmatchedFileConfiguration : IEntityTypeConfiguration<UnmatchedFile>
{
    public void Configure(EntityTypeBuilder<UnmatchedFile> file)
    {
        file.ToTable("UnmatchedFiles");
        file.Property(f => f.FileName).HasMaxLength(260);
        file.Property(f => f.CoretaxNumber).HasMaxLength(17);
        file.Property(f => f.Reason).HasMaxLength(300).HasConversion<MessageText>();
        file.Property(f => f.UploadedBy).HasMaxLength(100);
        file.Property(f => f.SettledBy).HasMaxLength(100);
        file.HasOne<FileContent>().WithMany().HasForeignKey(f => f.ContentId).OnDelete(DeleteBehavior.Restrict);
        file.HasIndex(f => new { f.MerchantId, f.SettledAt, f.Id });
    }
}
