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

    public static void Write(string path, IReadOnlyCollection<double> values, double seconds)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var partial = $"{path}.{Environment.ProcessId}.tmp";
        using (var writer = new BinaryWriter(File.Create(partial)))
        {
            writer.Write(seconds);
            writer.Write(values.Count);
            foreach (var value in values) writer.Write(value);
        }

        File.Move(partial, path, overwrite: true);
    }
}
