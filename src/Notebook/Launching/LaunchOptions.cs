namespace Notebook.Launching;

/// <summary>What is to be launched.</summary>
/// <param name="Program">A program, or a .NET assembly to be run by <c>dotnet</c>.</param>
/// <param name="Arguments">What the program is given.</param>
internal sealed record LaunchOptions(string Program, IReadOnlyList<string> Arguments)
{
    /// <summary>Processes on this machine, at least 1.</summary>
    public int Ranks { get; init; } = 1;

    /// <summary>Machines, at least 1.</summary>
    public int Nodes { get; init; } = 1;

    /// <summary>The number of this machine, from 0.</summary>
    public int NodeRank { get; init; }

    /// <summary>Where the ranks meet: an address of machine 0 and a port that is free there. Null for this machine and any free port.</summary>
    public Meeting? Rendezvous { get; init; }

    /// <summary>How long a rank that was asked to stop may take before it is killed.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The variables by which a rank knows itself, with the names of PyTorch's launcher.</summary>
    /// <param name="local">The number of the rank on this machine, from 0.</param>
    /// <param name="meeting">Where the ranks meet.</param>
    public IEnumerable<(string Name, string Value)> Variables(int local, Meeting meeting) =>
    [
        ("RANK", $"{GlobalRank(local)}"), ("WORLD_SIZE", $"{Ranks * Nodes}"), ("LOCAL_RANK", $"{local}"), ("LOCAL_WORLD_SIZE", $"{Ranks}"),
        ("GROUP_RANK", $"{NodeRank}"), ("MASTER_ADDR", meeting.Host), ("MASTER_PORT", $"{meeting.Port}"),
    ];

    /// <summary>The number among the ranks of all machines.</summary>
    public int GlobalRank(int local) => NodeRank * Ranks + local;
}

/// <summary>A host and a TCP port on it.</summary>
internal sealed record Meeting(string Host, int Port)
{
    /// <summary>Reads <c>HOST:PORT</c> (an IPv6 address in brackets); null if it is something else.</summary>
    public static Meeting? Parse(string text) =>
        text.LastIndexOf(':') is > 0 and var colon && int.TryParse(text[(colon + 1)..], out var port) && port is > 0 and <= 65535
            ? new(text[..colon].Trim('[', ']'), port)
            : null;
}
