using System.Text;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>
            /// Writes all parameters and lasting buffers to a file, in TorchSharp's format. The file appears complete or not at all.
            /// </summary>
            /// <param name="location">The file.</param>
            /// <param name="skip">Names to leave out.</param>
            public Module save(string location, IList<string>? skip = null)
            {
                WholeFile.Write(location, stream => save(stream, skip));
                return this;
            }

            /// <summary>Writes all parameters and lasting buffers, in TorchSharp's format; the stream stays open.</summary>
            public Module save(Stream stream, IList<string>? skip = null)
            {
                using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
                return save(writer, skip);
            }

            /// <inheritdoc cref="save(Stream, IList{string}?)"/>
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

            /// <summary>
            /// Reads parameters and buffers from a file that <see cref="save(string, IList{string}?)"/> or TorchSharp wrote. The module
            /// changes only when all of the file was read and fits.
            /// </summary>
            /// <param name="location">The file.</param>
            /// <param name="strict">Whether file and module must have the same names.</param>
            /// <param name="skip">Names to leave alone.</param>
            /// <param name="loadedParameters">Gets each name of the file, with whether the module has it.</param>
            /// <exception cref="FileNotFoundException">There is no such file.</exception>
            /// <exception cref="InvalidDataException">The file is cut off or not of this format.</exception>
            /// <exception cref="ArgumentException">Names, types or shapes differ.</exception>
            public virtual Module load(
                string location, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                using var stream = WholeFile.Open(location);
                return WholeFile.Naming(location, () =>
                {
                    load(stream, strict, skip, loadedParameters);
                    return stream.Position == stream.Length
                        ? this
                        : throw new InvalidDataException($"{stream.Length - stream.Position} bytes follow the last entry.");
                });
            }

            /// <inheritdoc cref="load(string, bool, IList{string}?, Dictionary{string, bool}?)"/>
            public Module load(Stream stream, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
                return load(reader, strict, skip, loadedParameters);
            }

            /// <inheritdoc cref="load(string, bool, IList{string}?, Dictionary{string, bool}?)"/>
            public virtual Module load(
                BinaryReader reader, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                ArgumentNullException.ThrowIfNull(reader);
                using var scope = NewDisposeScope();
                load_file(TensorFile.ReadNamed(reader), strict, skip, loadedParameters);
                return this;
            }

            /// <summary>Takes over what a weight file holds.</summary>
            internal void load_file(Dictionary<string, Tensor> entries, bool strict, IList<string>? skip, Dictionary<string, bool>? loadedParameters)
            {
                var own = state_dict();
                List<string> missing = [.. own.Keys.Except(entries.Keys).Except(skip ?? [])];
                List<string> unexpected = [.. entries.Keys.Except(own.Keys)];
                if (strict && missing.Count + unexpected.Count > 0)
                    throw new ArgumentException(
                        $"The file has {entries.Count} entries, {GetName()} has {own.Count}: {Differences(missing, unexpected)}.");
                load_state_dict(entries, strict: false, skip);
                if (loadedParameters is not null)
                    foreach (var name in entries.Keys)
                        loadedParameters[name] = own.ContainsKey(name);
            }

            /// <summary>Makes a module and reads its parameters and buffers from a file.</summary>
            public static Module Create<T>(string path) where T : Module, new() => new T().load(path);
        }
    }
}
