using System.Diagnostics;

namespace Notebook.Tests.Launching;

/// <summary>
/// Two network namespaces of this machine that reach each other and nothing else, as two machines on a cable; deleted afterwards. Where that is not
/// allowed (it takes root), two loopback addresses stand in, and <see cref="What"/> says so.
/// </summary>
internal sealed class TwoMachines : IDisposable
{
    private readonly string _id = $"{Environment.ProcessId % 100_000}";

    internal TwoMachines()
    {
        Separate = Ip("netns", "add", Name(0)) && Ip("netns", "add", Name(1))
            && Ip("link", "add", Link(0), "netns", Name(0), "type", "veth", "peer", "name", Link(1), "netns", Name(1))
            && Enumerable.Range(0, 2).All(Configure);
    }

    internal bool Separate { get; }

    /// <summary>What it was that the ranks were on.</summary>
    internal string What => Separate ? "two network namespaces" : "two loopback addresses (network namespaces are not allowed here)";

    internal string Address(int machine) => Separate ? Cable(machine) : $"127.0.0.{machine + 1}";

    /// <summary>How to run a program on one of them.</summary>
    internal string[] On(int machine) => Separate ? ["ip", "netns", "exec", Name(machine)] : [];

    public void Dispose()
    {
        Ip("netns", "delete", Name(0));
        Ip("netns", "delete", Name(1));
    }

    private static string Cable(int machine) => $"10.213.0.{machine + 1}";

    private string Name(int machine) => $"notebook-{_id}-{machine}";

    private string Link(int machine) => $"nb{_id}{(char)('a' + machine)}";

    private bool Configure(int machine) =>
        Ip("-n", Name(machine), "address", "add", $"{Cable(machine)}/24", "dev", Link(machine))
        && Ip("-n", Name(machine), "link", "set", Link(machine), "up") && Ip("-n", Name(machine), "link", "set", "lo", "up");

    private static bool Ip(params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("ip", arguments) { RedirectStandardError = true })!;
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false; // no iproute2 here
        }
    }
}
