using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Properties;

/// <summary>Whatever people do in whatever order: sums agree, statuses follow from the facts, no number is lost or given twice.</summary>
public sealed class LifeTests
{
    [Fact]
    public async Task At_every_moment_of_a_merchants_life_the_rules_hold_and_a_refusal_changes_nothing()
    {
        await using var db = await TestDb.MakeAsync();
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
                if (refused.Count > 0)
                {
                    facts.Written().Should().Be(before.Written(), $"{step} was refused with {string.Join(", ", refused)}");
                }
            }
        }, steps => string.Join("\n", steps.Select(s => s.ToString())));
    }
}
