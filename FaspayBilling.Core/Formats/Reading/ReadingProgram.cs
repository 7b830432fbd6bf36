namespace FaspayBilling.Core.Formats.Reading;

/// <summary>How the process that reads other people's files is started; the program that uses Core says so.</summary>
/// <param name="File">The executable.</param>
/// <param name="Arguments">What it is started with.</param>
/// <param name="Environment">All of its environment: nothing of this process's own goes along.</param>
public sealed record ReadingProgram(string File, IReadOnlyList<string> Arguments, IReadOnlyDictionary<string, string> Environment);
