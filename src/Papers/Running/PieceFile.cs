using System.Text;
using Latent.Data;

namespace Papers.Running;

/// <summary>Values computed so far and the seconds they took, replaced by renaming a complete file.</summary>
internal static class PieceFile
{
    public static (List<double> Values, double Seconds) Read(string path)
    {
        using var reader = new BinaryReader(File.OpenRead(path));
        var seconds = reader.ReadDouble();
        var values = new List<double>();
        for (var left = reader.ReadInt32(); left > 0; left--) values.Add(reader.ReadDouble());
        return (values, seconds);
    }

    public static void Write(string path, IReadOnlyCollection<double> values, double seconds) => WholeFile.Write(path, file =>
    {
        using var writer = new BinaryWriter(file, Encoding.UTF8, leaveOpen: true);
        writer.Write(seconds);
        writer.Write(values.Count);
        foreach (var value in values) writer.Write(value);
    });
}
