namespace FaspayBilling.Core.Faults;

/// <summary>The commit that several writers shared failed, so nothing of any of them was changed, whoever was to blame.</summary>
internal sealed class LostGroupException(Exception why) : Exception("What was written together could not be committed.", why);
