@{
    RootModule             = 'BatchFlows.PowerShell.psm1' # lists without commas would take five milliseconds of each import
    ModuleVersion          = '0.1.0'
    GUID                   = '6f0b7f0c-5d3c-4f0e-9a0c-3c8f1f6f2b1d'
    Author                 = 'BatchFlows.PowerShell contributors'
    CompanyName            = 'BatchFlows.PowerShell contributors'
    Copyright              = '(c) BatchFlows.PowerShell contributors. MIT License.'
    Description            = 'Runs batch workflows on EnOS: exports flows, their tasks, relations and links as objects and files, through the signed REST API of the Batch Data Processing Service (v2.1). With a built-in sandbox to try everything without an account.'
    PowerShellVersion      = '5.1'
    DotNetFrameworkVersion = '4.7.2'
    CompatiblePSEditions   = @('Desktop', 'Core')
    FormatsToProcess       = @(
        'views/Backups.Format.ps1xml',
        'views/Checks.Format.ps1xml',
        'views/Connections.Format.ps1xml',
        'views/Definitions.Format.ps1xml',
        'views/Dependencies.Format.ps1xml',
        'views/Directories.Format.ps1xml',
        'views/Flows.Format.ps1xml',
        'views/Instances.Format.ps1xml',
        'views/Sandbox.Format.ps1xml',
        'views/Schedules.Format.ps1xml',
        'views/Service.Format.ps1xml'
    )
    TypesToProcess         = @('views/Names.Types.ps1xml')
    FunctionsToExport      = @()
    CmdletsToExport        = @(
        'Backup-BatchFlow',
        'Compare-BatchFlow',
        'Connect-BatchFlow',
        'ConvertTo-BatchFlowDiagram',
        'Copy-BatchFlow',
        'Debug-BatchFlowInstance',
        'Disable-BatchFlow',
        'Disconnect-BatchFlow',
        'Enable-BatchFlow',
        'Export-BatchFlow',
        'Find-BatchFlowMissedRun',
        'Get-BatchFlow',
        'Get-BatchFlowConnection',
        'Get-BatchFlowDependency',
        'Get-BatchFlowDirectory',
        'Get-BatchFlowImpact',
        'Get-BatchFlowInstance',
        'Get-BatchFlowLink',
        'Get-BatchFlowProfile',
        'Get-BatchFlowRelation',
        'Get-BatchFlowRule',
        'Get-BatchFlowSandbox',
        'Get-BatchFlowSchedule',
        'Get-BatchFlowServerTime',
        'Get-BatchFlowTask',
        'Get-BatchFlowTaskInstance',
        'Get-BatchFlowTaskLog',
        'Import-BatchFlow',
        'Invoke-BatchFlowApi',
        'Measure-BatchFlow',
        'New-BatchFlowDirectory',
        'New-BatchFlowReport',
        'Remove-BatchFlow',
        'Remove-BatchFlowProfile',
        'Restore-BatchFlow',
        'Set-BatchFlow',
        'Set-BatchFlowProfile',
        'Set-BatchFlowSandbox',
        'Start-BatchFlow',
        'Start-BatchFlowSandbox',
        'Stop-BatchFlowInstance',
        'Stop-BatchFlowSandbox',
        'Test-BatchFlow',
        'Test-BatchFlowConnection',
        'Wait-BatchFlowInstance',
        'Watch-BatchFlowInstance'
    )
    VariablesToExport      = @()
    AliasesToExport        = @()
    PrivateData            = @{
        PSData = @{
            Tags         = @('EnOS', 'Batch', 'Workflow', 'Scheduler', 'DataOps', 'PSEdition_Core', 'PSEdition_Desktop', 'Windows', 'Linux', 'MacOS')
            LicenseUri   = 'https://github.com/batchflows/BatchFlows.PowerShell/blob/main/LICENSE'
            ProjectUri   = 'https://github.com/batchflows/BatchFlows.PowerShell'
            IconUri      = 'https://raw.githubusercontent.com/batchflows/BatchFlows.PowerShell/main/assets/icon.png'
            ReleaseNotes = '' # the build inserts the newest section of CHANGELOG.md
        }
    }
}
