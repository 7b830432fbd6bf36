using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaspayBilling.Core.Data.Configurations;

internal sealed class FileContentConfiguration : IEntityTypeConfiguration<FileContent>
{
    public void Configure(EntityTypeBuilder<FileContent> content)
    {
        content.ToTable("FileContents");
        content.Property(c => c.Sha256).HasMaxLength(64);
    }
}
