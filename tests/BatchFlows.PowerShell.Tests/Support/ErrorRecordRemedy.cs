using System.Management.Automation;

namespace BatchFlows.PowerShell.Tests;

/// <summary>What an error of the module says is to do next, read as scripts read it.</summary>
internal static class ErrorRecordRemedy
{
    public static string Remedy(this ErrorRecord error) =>
        $"{PSObject.AsPSObject(error.Exception).Properties["Remedy"].Value}";
}
