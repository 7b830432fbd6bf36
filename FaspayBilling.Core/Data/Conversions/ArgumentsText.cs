using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace FaspayBilling.Core.Data.Conversions;

/// <summary>The values of a message as JSON; its key stands in a column of its own.</summary>
public sealed class ArgumentsText() : ValueConverter<Sequence<NamedValue>, string>(
    values => MessageJson.Write(values), text => MessageJson.Read(text));
