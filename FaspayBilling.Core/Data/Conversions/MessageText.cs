using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace FaspayBilling.Core.Data.Conversions;

/// <summary>A message in one column, as JSON: its key and its values.</summary>
public sealed class MessageText() : ValueConverter<Message, string>(
    message => MessageJson.WriteMessage(message), text => MessageJson.ReadMessage(text));
