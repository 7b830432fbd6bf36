using FaspayBilling.Core.Domain.Api;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaspayBilling.Core.Data.Configurations;

internal sealed class IdempotentAnswerConfiguration : IEntityTypeConfiguration<IdempotentAnswer>
{
    public void Configure(EntityTypeBuilder<IdempotentAnswer> answer)
    {
        answer.ToTable("IdempotentAnswers");
        answer.Property(a => a.Key).HasMaxLength(200);
        answer.Property(a => a.RequestHash).HasMaxLength(64);
        answer.Property(a => a.Body).HasMaxLength(20_000);
        answer.HasOne<ApiClient>().WithMany().HasForeignKey(a => a.ApiClientId).OnDelete(DeleteBehavior.Restrict);
        answer.HasIndex(a => new { a.ApiClientId, a.Key }).IsUnique();
        answer.HasIndex(a => a.At);
    }
}
