using System.CommandLine;
using Notebook.Doctor;
using Notebook.Running;

namespace Notebook.Commands;

/// <summary><c>doctor</c>: says what is there, what is missing, and how to get it.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var command = new Command("doctor", "Say what is there, what is missing and how to get it. Exits with 1 if something needed is missing.");
        command.SetAction((_, cancel) => CommandLine.Guard("doctor", async () => Tell(LiveLine.ForConsole(), await Examination.Run(cancel))));
        return command;
    }

    internal static int Tell(LiveLine screen, IReadOnlyList<Finding> findings)
    {
        var width = findings.Max(finding => finding.Name.Length);
        foreach (var finding in findings)
        {
            var mark = finding.Found is not null ? screen.Good("✓") : finding.IsNeeded ? screen.Bad("✗") : "–";
            screen.Write($"{mark} {finding.Name.PadRight(width)}  {finding.Found ?? $"missing{(finding.IsNeeded ? "" : ", optional")}: {finding.Use}"}");
            if (finding.Found is null)
                screen.Write($"  {"".PadRight(width)}  → {finding.Remedy}");
        }

        var missing = findings.Count(finding => finding.Found is null && finding.IsNeeded);
        screen.Write();
        screen.Write(missing == 0 ? "Everything needed is there." : missing == 1 ? "One thing needed is missing." : $"{missing} things needed are missing.");
        return missing == 0 ? 0 : 1;
    }
}
