namespace Notebook.Running;

/// <summary>Times as people say them.</summary>
internal static class Duration
{
    public static string Of(double seconds) => seconds switch
    {
        < 10 => $"{seconds:0.0} s",
        < 100 => $"{seconds:0} s",
        < 5400 => $"{Math.Floor(seconds / 60):0} min {seconds % 60:0} s",
        _ => $"{seconds / 3600:0.0} h",
    };
}
