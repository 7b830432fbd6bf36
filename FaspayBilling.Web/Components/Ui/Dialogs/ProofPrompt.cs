using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Faults;

namespace FaspayBilling.Web.Components.Ui.Dialogs;

/// <summary>
/// Of one open page: asks who sits there for the password or a passkey when something needs it, and then does it after all. What was
/// typed stays where it is meanwhile.
/// </summary>
public sealed class ProofPrompt
{
    private TaskCompletionSource<bool>? asked;

    /// <summary>It was asked or answered.</summary>
    public event Action? Changed;

    public bool Open => asked is not null;

    /// <summary>Does the work, and again when it was refused for want of a proof that then was given.</summary>
    public async Task<Outcome> RunAsync(Func<Task<Outcome>> work)
    {
        var outcome = await AnsweredAsync(work);
        return outcome.Refusal is { Kind: RefusalKind.NeedsProof } && await AskAsync() ? await AnsweredAsync(work) : outcome;
    }

    /// <summary>Whether it was proved; the dialog that asked is closed.</summary>
    public void Answer(bool proved)
    {
        var waiting = asked;
        asked = null;
        Changed?.Invoke();
        waiting?.TrySetResult(proved);
    }

    // What is read before the write is refused as the write would be.
    private static async Task<Outcome> AnsweredAsync(Func<Task<Outcome>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception broken) when (DatabaseFault.Is(broken))
        {
            return Refusals.DatabaseUnavailable;
        }
    }

    // Without a dialog on the page there is nobody to ask.
    private Task<bool> AskAsync()
    {
        if (Changed is null || asked is not null)
        {
            return Task.FromResult(false);
        }

        asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Changed.Invoke();
        return asked.Task;
    }
}
