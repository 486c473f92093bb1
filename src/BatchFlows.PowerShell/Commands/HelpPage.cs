namespace BatchFlows.Commands;

/// <summary>The pages that <c>Get-Help -Online</c> opens.</summary>
internal static class HelpPage
{
    public const string Folder = "https://github.com/batchflows/BatchFlows.PowerShell/blob/main/docs/help/";
}
