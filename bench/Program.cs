using FaspayBilling.Bench;
using FaspayBilling.Bench.Lean;
using FaspayBilling.Bench.Limit;
using FaspayBilling.Bench.Measuring;
using FaspayBilling.Bench.Rows;

switch (args)
{
    case ["limit", ..]:
        return await LimitServer.RunAsync();
    case ["lean", .. var given]:
        return await LeanServer.RunAsync(given);
}

try
{
    var options = Options.Parse(args);
    return options.Against is null ? await new Runner(options, Console.Error).RunAsync() : await Comparison.RunAsync(options);
}
catch (ArgumentException wrong)
{
    await Console.Error.WriteLineAsync($"{wrong.Message}\n\n{Options.Usage}");
    return 2;
}
