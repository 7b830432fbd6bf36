using Bunit;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support.Ui;
using FaspayBilling.Web.Components.Ui.Fields;

namespace FaspayBilling.Tests.Components.Ui;

/// <summary>Every kind of field says at itself why it was refused, and goes on to say what it wants.</summary>
public sealed class FieldErrorTests : UiTest
{
    private const string Sentence = "This is not so.";
    private const string Hint = "Type it so.";

    [Fact]
    public void A_text() => Refused<TextField, string>().Should().Equal(Sentence, Hint);

    [Fact]
    public void A_text_of_several_lines() => Refused<TextAreaField, string>().Should().Equal(Sentence, Hint);

    [Fact]
    public void A_password() => Refused<PasswordField, string>().Should().Equal(Sentence, Hint);

    [Fact]
    public void A_number() => Refused<NumberField, long?>().Should().Equal(Sentence, Hint);

    [Fact]
    public void An_amount() => Refused<MoneyField, decimal?>().Should().Equal(Sentence, Hint);

    [Fact]
    public void A_date() => Refused<DateField, DateOnly?>().Should().Equal(Sentence, Hint);

    [Fact]
    public void A_choice() =>
        Refused<SelectField<Role>, Role>(p => p.Add(f => f.Choices, [new(Role.Admin, "Admin")])).Should().Equal(Sentence, Hint);

    [Fact]
    public void A_box() => Refused<CheckField, bool>().Should().Equal(Sentence, Hint);

    [Fact]
    public void A_switch() => Refused<SwitchField, bool>().Should().Equal(Sentence, Hint);

    [Fact]
    public void One_of_several()
    {
        var page = Show<RadioField<Role>>(p => p
            .Add(f => f.Label, "Field").Add(f => f.Error, Sentence)
            .Add(f => f.Choices, [new(Role.Admin, "Admin"), new(Role.Viewer, "Viewer")]));

        page.ErrorAt("Field").Should().Be(Sentence);
    }

    [Fact]
    public void A_month()
    {
        var page = Show<MonthField>(p => p
            .Add(f => f.Label, "Field").Add(f => f.Error, Sentence).Add(f => f.FirstYear, 2025).Add(f => f.LastYear, 2026));

        page.ErrorAt("Field").Should().Be(Sentence);
    }

    [Fact]
    public void A_file()
    {
        var page = Show<FileDrop>(p => p.Add(f => f.Label, "Field").Add(f => f.Error, Sentence));

        page.ErrorAt("Field").Should().Be(Sentence);
    }

    /// <summary>What a screen reader says about the refused field, after it was shown there.</summary>
    private IEnumerable<string> Refused<TField, TValue>(Action<ComponentParameterCollectionBuilder<TField>>? more = null)
        where TField : Field<TValue>
    {
        var page = Show<TField>(p =>
        {
            p.Add(f => f.Label, "Field").Add(f => f.Hint, Hint).Add(f => f.Error, Sentence);
            more?.Invoke(p);
        });

        page.ErrorAt("Field").Should().Be(Sentence);
        page.ByLabel("Field").GetAttribute("aria-invalid").Should().Be("true");
        var described = page.ByLabel("Field").GetAttribute("aria-describedby")!.Split(' ');
        return described.Select(id => page.Find($"#{id}").TextContent.Trim()).ToList();
    }
}
