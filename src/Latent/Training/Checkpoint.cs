using System.Security.Cryptography;
using System.Text.Json;
using Latent.Data;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Latent.Training;

/// <summary>
/// A training run on disk: the epochs so far, then model, optimisers and generator as they were after the last of them, then
/// a SHA-256 of it all. A file is replaced by renaming a complete one, so a kill at any moment leaves the old or the new one.
/// </summary>
internal static class Checkpoint
{
    private const string Magic = "latent checkpoint 1";

    public static void Save(string path, TrainingState state, IReadOnlyList<Epoch> epochs)
    {
        using var content = new MemoryStream();
        using (var writer = new BinaryWriter(content, System.Text.Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Magic);
            writer.Write(JsonSerializer.Serialize(epochs));
            state.Model.save(writer);
            foreach (var optimiser in state.Optimisers) Savable(optimiser).save_state_dict(writer);
            using var bits = state.Generator.get_state();
            var bytes = bits.data<byte>().ToArray();
            writer.Write(bytes.Length);
            writer.Write(bytes);
        }

        WholeFile.Write(path, file =>
        {
            var all = content.GetBuffer().AsSpan(0, (int)content.Length);
            file.Write(all);
            file.Write(SHA256.HashData(all));
        });
    }

    public static IReadOnlyList<Epoch> Load(string path, TrainingState state)
    {
        var content = File.ReadAllBytes(path);
        var length = content.Length - SHA256.HashSizeInBytes;
        if (length <= 0 || !SHA256.HashData(content.AsSpan(0, length)).AsSpan().SequenceEqual(content.AsSpan(length)))
        {
            throw Wrong(path, "the content does not match its checksum: it is cut off or corrupt", null);
        }

        using var reader = new BinaryReader(new MemoryStream(content, 0, length));
        try
        {
            if (reader.ReadString() != Magic) throw Wrong(path, $"it is not a “{Magic}”", null);
            var epochs = JsonSerializer.Deserialize<List<Epoch>>(reader.ReadString())!;
            state.Model.load(reader);
            foreach (var optimiser in state.Optimisers) Savable(optimiser).load_state_dict(reader);
            using var bits = tensor(reader.ReadBytes(reader.ReadInt32()), ScalarType.Byte);
            state.Generator.set_state(bits);
            return epochs;
        }
        catch (Exception e) when (e is ArgumentException or EndOfStreamException or JsonException or InvalidOperationException)
        {
            throw Wrong(path, $"it is of another model or optimiser ({e.Message})", e);
        }
    }

    private static OptimizerHelper Savable(optim.Optimizer optimiser) => optimiser as OptimizerHelper
        ?? throw new NotSupportedException($"{optimiser.GetType().Name} has no state that can be saved; checkpoints need another optimiser, such as Adam.");

    private static InvalidDataException Wrong(string path, string why, Exception? inner) =>
        new($"The checkpoint {Path.GetFullPath(path)} cannot be resumed from: {why}. Delete it to start anew.", inner);
}
