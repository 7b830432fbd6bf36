using FaspayBilling.Bench.Serving;

namespace FaspayBilling.Bench.Measuring;

/// <summary>The page turns of two builds, in turn.</summary>
internal static class Comparison
{
    public static async Task<int> RunAsync(Options options)
    {
        string[] programs = [options.Program ?? throw new ArgumentException("--program is missing."), options.Against!];

        // Rows are a list, a comparison is an object: it would overwrite them.
        if (options.Json is { } kept && File.Exists(kept) && (await File.ReadAllTextAsync(kept)).TrimStart().StartsWith('['))
        {
            throw new ArgumentException($"{kept} holds rows: a comparison wants a file of its own.");
        }

        var measured = new List<(string Program, Subject Subject)>();
        try
        {
            foreach (var program in programs)
            {
                measured.Add((program, await Subject.StartAsync(Launch.Product(program), program, options)));
            }

            foreach (var (_, subject) in measured)
            {
                await subject.SingleAsync();
            }

            for (var round = 0; round < options.Rounds; round++)
            {
                // In turn and every other round the other way about, so that what the machine does besides meets both.
                foreach (var (_, subject) in round % 2 == 0 ? measured : measured.AsEnumerable().Reverse())
                {
                    await subject.LoadAsync();
                    await subject.HeapAsync();
                }
            }

            foreach (var (_, subject) in measured)
            {
                await subject.FirstLoadAsync();
            }

            Console.WriteLine(Report.Table(measured));
            if (options.Json is { } file)
            {
                await File.WriteAllTextAsync(file, Report.Json(options, measured));
            }

            return 0;
        }
        finally
        {
            foreach (var (_, subject) in measured)
            {
                await subject.DisposeAsync();
            }
        }
    }
}
