namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>All parameters and buffers by name: the module's own tensors, not copies.</summary>
            public virtual Dictionary<string, Tensor> state_dict(Dictionary<string, Tensor>? destination = null, string? prefix = null)
            {
                destination ??= [];
                var entries = named_parameters().Select(p => (p.name, (Tensor)p.parameter)).Concat(named_buffers());
                foreach (var (name, tensor) in entries)
                    destination.TryAdd(string.IsNullOrEmpty(prefix) ? name : $"{prefix}.{name}", tensor);
                return destination;
            }

            /// <summary>Copies values into the parameters and buffers of the same names.</summary>
            /// <param name="source">Values by name.</param>
            /// <param name="strict">Whether both must have the same names.</param>
            /// <param name="skip">Names to leave alone.</param>
            /// <returns>The names that <paramref name="source"/> lacks and those that the module lacks.</returns>
            /// <exception cref="InvalidOperationException">The names differ and <paramref name="strict"/> is set.</exception>
            /// <exception cref="ArgumentException">A shape differs.</exception>
            public virtual (IList<string> missing_keys, IList<string> unexpected_keyes) load_state_dict(
                Dictionary<string, Tensor> source, bool strict = true, IList<string>? skip = null)
            {
                ArgumentNullException.ThrowIfNull(source);
                var target = state_dict();
                var missing = target.Keys.Except(source.Keys).Except(skip ?? []).ToList();
                var unexpected = source.Keys.Except(target.Keys).Except(skip ?? []).ToList();
                if (strict && missing.Count + unexpected.Count > 0)
                    throw new InvalidOperationException(
                        $"The state does not fit {GetName()}: missing [{string.Join(", ", missing)}], unexpected [{string.Join(", ", unexpected)}].");
                foreach (var (name, tensor) in target)
                {
                    if (skip?.Contains(name) != true && source.TryGetValue(name, out var values))
                        tensor.CopyState(values, name);
                }

                return (missing, unexpected);
            }

            /// <summary>Writes all parameters and buffers to a file, in TorchSharp's format.</summary>
            public Module save(string location, IList<string>? skip = null)
            {
                using var stream = File.Create(location);
                return save(stream, skip);
            }

            /// <inheritdoc cref="save(string, IList{string}?)"/>
            public Module save(Stream stream, IList<string>? skip = null)
            {
                using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
                return save(writer, skip);
            }

            /// <inheritdoc cref="save(string, IList{string}?)"/>
            public Module save(BinaryWriter writer, IList<string>? skip = null)
            {
                save_state_dict(writer, state_dict(), skip);
                return this;
            }

            /// <summary>Writes named tensors in TorchSharp's format.</summary>
            public static void save_state_dict(BinaryWriter writer, Dictionary<string, Tensor> sd, IList<string>? skip = null)
            {
                ArgumentNullException.ThrowIfNull(writer);
                ArgumentNullException.ThrowIfNull(sd);
                var entries = sd.Where(e => skip?.Contains(e.Key) != true).ToList();
                writer.Encode(entries.Count);
                foreach (var (name, tensor) in entries)
                {
                    writer.Write(name);
                    tensor.Save(writer);
                }
            }

            /// <summary>Reads parameters and buffers from a file that <see cref="save(string, IList{string}?)"/> or TorchSharp wrote.</summary>
            /// <param name="location">The file.</param>
            /// <param name="strict">Whether file and module must have the same names.</param>
            /// <param name="skip">Names to leave alone.</param>
            /// <exception cref="FileNotFoundException">There is no such file.</exception>
            /// <exception cref="InvalidDataException">The file is cut off or not of this format.</exception>
            /// <exception cref="ArgumentException">Names, types or shapes differ.</exception>
            public virtual Module load(string location, bool strict = true, IList<string>? skip = null)
            {
                using var stream = File.OpenRead(location);
                return load(stream, strict, skip);
            }

            /// <inheritdoc cref="load(string, bool, IList{string}?)"/>
            public Module load(Stream stream, bool strict = true, IList<string>? skip = null)
            {
                using var reader = new BinaryReader(stream, System.Text.Encoding.UTF8, leaveOpen: true);
                return load(reader, strict, skip);
            }

            /// <inheritdoc cref="load(string, bool, IList{string}?)"/>
            public virtual Module load(BinaryReader reader, bool strict = true, IList<string>? skip = null)
            {
                ArgumentNullException.ThrowIfNull(reader);
                var target = state_dict();
                var count = TensorFile.Guarded(reader.Decode);
                if (strict && count != target.Count)
                    throw new ArgumentException($"The file has {count} entries, {GetName()} has {target.Count}.");
                for (long i = 0; i < count; i++)
                {
                    var name = TensorFile.Guarded(reader.ReadString);
                    using var values = TensorFile.Read(reader);
                    if (target.TryGetValue(name, out var tensor) && skip?.Contains(name) != true)
                        tensor.CopyState(values, name);
                    else if (strict && tensor is null)
                        throw new ArgumentException($"The file has an entry \"{name}\" that {GetName()} lacks.");
                }

                return this;
            }
        }
    }
}
