namespace Lectures;

/// <summary>How much a notebook computes: <c>Smoke</c> proves it runs, <c>Lecture</c> is for an audience, <c>Paper</c> is the published size.</summary>
public enum Scale
{
    /// <summary>At most 20 s a notebook; for tests.</summary>
    Smoke,

    /// <summary>At most 90 s a notebook; the default.</summary>
    Lecture,

    /// <summary>As long as the original experiment needs.</summary>
    Paper,
}

/// <summary>The scale that the environment variable <c>NOTEBOOK_SCALE</c> asks for.</summary>
public static class Scaled
{
    /// <summary>The scale of this run; <see cref="Scale.Lecture"/> unless <c>NOTEBOOK_SCALE</c> says otherwise.</summary>
    /// <exception cref="InvalidOperationException"><c>NOTEBOOK_SCALE</c> names no scale.</exception>
    public static Scale Current => Parse(Environment.GetEnvironmentVariable("NOTEBOOK_SCALE"));

    /// <summary>Chooses the value for the current scale.</summary>
    public static T By<T>(T smoke, T lecture, T paper) => Current switch
    {
        Scale.Smoke => smoke,
        Scale.Paper => paper,
        _ => lecture,
    };

    internal static Scale Parse(string? text) =>
        string.IsNullOrWhiteSpace(text) ? Scale.Lecture
        : Enum.TryParse<Scale>(text, ignoreCase: true, out var scale) && Enum.IsDefined(scale) ? scale
        : throw new InvalidOperationException($"NOTEBOOK_SCALE is '{text}'; expected smoke, lecture or paper.");
}
