using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace FaspayBilling.Core.Data.Conversions;

/// <summary>Several messages in one column, a line of JSON each.</summary>
public sealed class MessagesText() : ValueConverter<Sequence<Message>, string>(
    messages => MessageJson.WriteMessages(messages), text => MessageJson.ReadMessages(text));
