using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Tests.Domain.Shared;

public sealed class NpwpTests
{
    [Theory]
    [InlineData("02.273.210.1-075.000", "022732101075000")]
    [InlineData("022732101075000", "022732101075000")]
    [InlineData("0022 7321 0107 5000", "0022732101075000")]
    [InlineData("", "")]
    [InlineData("02.273.210.1-075.00X", null)]
    [InlineData("٠٢٢٧٣٢١٠١٠٧٥٠٠٠", null)]
    [InlineData("022732101075000\n", null)]
    public void Only_digits_dots_hyphens_and_spaces_are_read(string typed, string? digits) => Npwp.Digits(typed).Should().Be(digits);

    [Theory]
    [InlineData("022732101075000", true)]
    [InlineData("0022732101075000", true)]
    [InlineData("02273210107500", false)]
    [InlineData("00022732101075000", false)]
    [InlineData("02.273.210.1-075.000", false)]
    [InlineData("０２２７３２１０１０７５０００", false)]
    [InlineData("", false)]
    public void It_has_15_or_16_digits(string digits, bool valid) => Npwp.IsValid(digits).Should().Be(valid);

    [Theory]
    [InlineData("022732101075000", "022732101075000", true)]
    [InlineData("022732101075000", "0022732101075000", true)] // the same one, 15 and 16 digits
    [InlineData("0022732101075000", "022732101075000", true)]
    [InlineData("022732101075000", "1022732101075000", false)]
    [InlineData("022732101075000", "022732101075001", false)]
    [InlineData("", "", false)] // two unknown ones are not the same
    [InlineData("", "022732101075000", false)]
    public void Old_and_new_form_of_one_tax_id_are_the_same(string one, string other, bool same) => Npwp.Same(one, other).Should().Be(same);

    [Theory]
    [InlineData("022732101075000", "0022732101075000")]
    [InlineData("3171234567890123", "3171234567890123")]
    public void The_long_form_has_16_digits(string digits, string sixteen) => Npwp.Long(digits).Should().Be(sixteen);
}
