namespace TorchSharp.Tests.Random;

/// <summary>Tests that seed the process-wide generator run by themselves.</summary>
[CollectionDefinition(nameof(DefaultGenerator), DisableParallelization = true)]
public sealed class DefaultGenerator;
