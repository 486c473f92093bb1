using System.Management.Automation;
using BatchFlows.Connections;

namespace BatchFlows.Loading;

/// <summary>
/// Makes the assemblies beside the cmdlets loadable while the module is imported in at least one runspace. It does
/// nothing else, because it is part of the time of each import.
/// </summary>
public sealed class ModuleInitializer : IModuleAssemblyInitializer, IModuleAssemblyCleanup
{
    private static readonly object Gate = new();
    private static int _imports;

    /// <inheritdoc/>
    public void OnImport()
    {
        lock (Gate)
        {
            if (++_imports == 1) Dependencies.Enable();
        }
    }

    /// <inheritdoc/>
    public void OnRemove(PSModuleInfo psModuleInfo)
    {
        Session.CloseCurrent();
        lock (Gate)
        {
            if (--_imports == 0) Dependencies.Disable();
        }
    }
}
