using Notebook.Commands;
using Notebook.Doctor;
using Notebook.Running;

namespace Notebook.Tests.Commands;

public class DoctorTests
{
    [Fact]
    public async Task It_finds_what_these_tests_run_on()
    {
        var findings = await Examination.Run(TestContext.Current.CancellationToken);

        foreach (var name in new[] { ".NET SDK", "ZeroMQ", "nbconvert", "nbclient" })
            Assert.True(findings.Single(finding => finding.Name == name).Found is not null, name);
    }

    [Fact]
    public void What_is_missing_comes_with_its_remedy()
    {
        using var said = new StringWriter();
        Finding[] findings = [new("a", "does a", "/there", "get a", true), new("bee", "does b", null, "get b", true), new("c", "does c", null, "get c", false)];

        Assert.Equal(1, DoctorCommand.Tell(new LiveLine(said, false, false), findings));
        Assert.Equal(
            "✓ a    /there\n✗ bee  missing: does b\n       → get b\n– c    missing, optional: does c\n       → get c\n\nOne thing needed is missing.\n",
            said.ToString());
        Assert.Equal(0, DoctorCommand.Tell(new LiveLine(said, false, false), [findings[0], findings[2]]));
    }
}
