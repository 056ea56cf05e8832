namespace Lectures.Tests;

public class ScaleTests
{
    [Theory]
    [InlineData(null, Scale.Lecture)]
    [InlineData("", Scale.Lecture)]
    [InlineData("smoke", Scale.Smoke)]
    [InlineData("Paper", Scale.Paper)]
    public void The_environment_names_the_scale(string? text, Scale expected) => Assert.Equal(expected, Scaled.Parse(text));

    [Theory]
    [InlineData("huge")]
    [InlineData("7")]
    public void An_unknown_scale_is_refused_with_the_choices(string text)
    {
        var message = Assert.Throws<InvalidOperationException>(() => Scaled.Parse(text)).Message;
        Assert.Contains($"'{text}'", message);
        Assert.Contains("smoke, lecture or paper", message);
    }
}
