using FaspayBilling.Core.Configuration;
using FaspayBilling.Core.Outbox.Callbacks;
using Microsoft.Extensions.Configuration;

namespace FaspayBilling.Tests.Outbox.Callbacks;

public sealed class CallbackSettingsTests
{
    [Theory]
    [InlineData(null, null, false)]
    [InlineData("Production", null, false)]
    [InlineData("Development", null, true)]
    [InlineData("Development", "false", false)]
    [InlineData("Production", "true", true)]
    public void This_machine_may_be_called_in_Development_or_when_it_is_said(string? environment, string? said, bool local) =>
        Read(("ENVIRONMENT", environment), ("Callbacks:AllowLocal", said))
            .Should().Be(new CallbackSettings(local, TimeSpan.FromSeconds(10)));

    [Theory]
    [InlineData("Callbacks:AllowLocal", "perhaps")]
    [InlineData("Callbacks:TimeoutSeconds", "0")]
    [InlineData("Callbacks:TimeoutSeconds", "31")]
    [InlineData("Callbacks:TimeoutSeconds", "soon")]
    public void A_wrong_value_stops_the_start_and_names_its_key(string key, string value)
    {
        var read = () => Read((key, value));

        read.Should().Throw<StartRefusedException>().WithMessage($"{key}: *");
    }

    private static CallbackSettings Read(params (string Key, string? Value)[] settings)
    {
        var values = new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => s.Value)).Build();
        var reader = new SettingsReader(values, Path.GetTempPath());
        var read = CallbackSettings.Read(reader);
        reader.ThrowIfWrong();
        return read;
    }
}
