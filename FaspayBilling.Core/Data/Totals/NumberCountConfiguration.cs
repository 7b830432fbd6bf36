using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.TaxNumbers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaspayBilling.Core.Data.Totals;

internal sealed class NumberCountConfiguration : IEntityTypeConfiguration<NumberCount>
{
    public void Configure(EntityTypeBuilder<NumberCount> count)
    {
        count.ToTable("NumberCounts");
        count.HasKey(c => new { c.MerchantId, c.Year });
        count.HasOne<Merchant>().WithMany().HasForeignKey(c => c.MerchantId).OnDelete(DeleteBehavior.Restrict);
    }
}
