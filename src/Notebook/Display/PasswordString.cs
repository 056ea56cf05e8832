namespace Microsoft.DotNet.Interactive;

/// <summary>A secret that the user entered. Its text does not show when it is displayed.</summary>
public sealed class PasswordString
{
    private readonly string _secret;

    internal PasswordString(string secret) => _secret = secret;

    /// <summary>The secret itself.</summary>
    public string GetClearTextPassword() => _secret;

    /// <summary>Dots, as many as the secret has characters.</summary>
    public override string ToString() => new('·', _secret.Length);
}
