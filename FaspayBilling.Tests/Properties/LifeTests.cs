using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Properties;

/// <summary>Whatever people do in whatever order: sums agree, statuses follow from the facts, no number is lost or given twice.</summary>
public sealed class LifeTests
{
    [Fact]
    public async Task At_every_moment_of_a_merchants_life_the_rules_hold_and_a_refusal_changes_nothing()
    {
        await using var db = await TestDb.MakeAsync();
        var done = new Dictionary<Deed, int>();
        await Cases.HoldAsync(Step.Lives, async steps =>
        {
            var life = await Life.BeginAsync(db);
            var facts = await life.FactsAsync();
            foreach (var step in steps)
            {
                var before = facts;
                var refused = await life.TryAsync(step, facts);
                facts = await life.FactsAsync();

                facts.ShouldHold();
                if (refused.Count == 0)
                {
                    facts = await UndoneAsync(life, step, before, facts);
                    continue;
                }

                facts.Written().Should().Be(before.Written(), $"{step} was refused with {string.Join(", ", refused)}");
            }

            life.Done.ToList().ForEach(deed => done[deed] = done.GetValueOrDefault(deed) + 1);
        }, steps => string.Join("\n", steps.Select(s => s.ToString())));

        // Lives in which everything is refused would prove nothing.
        done.Keys.Should().BeEquivalentTo(Enum.GetValues<Deed>(), string.Join(", ", done));
    }

    // A list of Coretax that is taken back at once leaves no trace; every third one is.
    private static async Task<LifeFacts> UndoneAsync(Life life, Step step, LifeFacts before, LifeFacts facts)
    {
        if (step.Deed != Deed.ReadBack || step.Size % 3 > 0)
        {
            return facts;
        }

        (await life.TryAsync(step with { Deed = Deed.UndoReadBack, Which = 0 }, facts)).Should().BeEmpty();
        var undone = await life.FactsAsync();
        undone.WrittenWithoutVersions().Should().Be(before.WrittenWithoutVersions(), $"{step} was undone");
        return undone;
    }
}
