using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Domain.TaxOffice.Coretax;

/// <summary>A line of Coretax's list: either understood or with what is wrong with it.</summary>
/// <param name="Line">Its line in the file, the heading's is 1.</param>
/// <param name="Shown">Its number, else its reference, as the file has it.</param>
/// <param name="Row">What it says; null when it could not be read.</param>
/// <param name="Problem">Why it could not be read; null when it was.</param>
public sealed record CoretaxListLine(int Line, string Shown, CoretaxListRow? Row, Message? Problem);
