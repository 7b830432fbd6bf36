namespace FaspayBilling.Core.Outbox.Callbacks;

/// <summary>Where a callback stands.</summary>
public enum CallbackState
{
    Waiting,
    Delivered,
    Failed,
}
