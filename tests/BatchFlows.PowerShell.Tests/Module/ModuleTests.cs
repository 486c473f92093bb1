using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Reflection;

namespace BatchFlows.PowerShell.Tests;

public class ModuleTests
{
    /// <summary>The rooms below the commands, once something has used them.</summary>
    private static IEnumerable<Assembly> Rooms => AppDomain.CurrentDomain.GetAssemblies()
        .Where(assembly => assembly.GetName().Name is "BatchFlows.Procedures" or "BatchFlows.Client"
            or "BatchFlows.Model");

    [Fact]
    public void The_manifest_is_valid()
    {
        using var engine = new Engine();

        var result = engine.Run($"(Test-ModuleManifest '{Paths.Manifest}').Name");

        Assert.Empty(result.Errors);
        Assert.Equal(["BatchFlows.PowerShell"], result.Texts);
    }

    [Fact]
    public void Parameters_have_the_names_scripts_rely_on()
    {
        using var engine = new Engine();

        AssertParameters(
            "Connect-BatchFlow", "Gateway", "OrganizationId", "UserId", "Credential", "AccessKey", "SecretKey",
            "Profile", "Sandbox", "InputObject", "Name", "PassThru", "SkipCertificateCheck", "SkipAuthentication",
            "ReadOnly",
            "Protected", "CertificateAuthority", "Proxy", "ProxyCredential", "ProxyUseDefaultCredentials", "NoProxy",
            "OperationTimeoutSeconds", "MaximumRetryCount", "MaxRequestsPerSecond");
        AssertParameters(
            "Export-BatchFlow", "FlowId", "Path", "Raw", "SplitCommand", "SecretHandling", "Force", "ThrottleLimit",
            "Connection", "WhatIf", "Confirm");
        AssertParameters(
            "Backup-BatchFlow", "Path", "Mirror", "SplitCommand", "SecretHandling", "Force", "ThrottleLimit",
            "Connection", "WhatIf", "Confirm");
        AssertParameters(
            "Restore-BatchFlow", "Path", "Name", "IfExists", "Secret", "Paused", "ThrottleLimit", "Force", "Connection",
            "WhatIf", "Confirm");
        AssertParameters(
            "Copy-BatchFlow", "FlowId", "Name", "To", "IfExists", "Paused", "ThrottleLimit", "Force", "Connection",
            "WhatIf", "Confirm");
        AssertParameters("ConvertTo-BatchFlowDiagram", "InputObject", "As", "View", "Path", "Force", "Ascii", "Width",
            "ThrottleLimit", "Connection", "WhatIf", "Confirm");
        AssertParameters("Get-BatchFlowInstance", "FlowInstanceId", "FlowId", "After", "Before", "Last", "Status",
            "Type", "Owner", "Name", "Descending", "First", "Skip", "IncludeTotalCount", "ThrottleLimit", "Connection");
        AssertParameters("Get-BatchFlowTask", "FlowId", "Name", "ThrottleLimit", "Connection");
        AssertParameters("Get-BatchFlowTaskInstance", "TaskInstanceId", "FlowInstanceId", "Name", "Status",
            "ThrottleLimit", "Connection");
        AssertParameters("Measure-BatchFlow", "FlowId", "Last", "After", "Before", "By", "Detailed", "ThrottleLimit",
            "Connection");
        AssertParameters("Get-BatchFlowTaskLog", "TaskInstanceId", "FlowInstanceId", "Name", "Failed", "Pattern",
            "Tail", "Follow", "MaxLength", "ThrottleLimit", "Connection");
        AssertParameters("Stop-BatchFlowInstance", "FlowInstanceId", "Wait", "TimeoutSeconds", "PassThru",
            "ThrottleLimit", "Force", "Connection", "WhatIf", "Confirm");
        AssertParameters(
            "Wait-BatchFlowInstance", "FlowInstanceId", "TimeoutSeconds", "PassThru", "ThrottleLimit", "Connection");
        AssertParameters(
            "Watch-BatchFlowInstance", "FlowInstanceId", "TimeoutSeconds", "ThrottleLimit", "Connection");
        AssertParameters("Get-BatchFlow", "FlowId", "Name", "Mine", "Path", "DirectoryId", "Recurse", "Owner",
            "Detailed", "SortBy", "Descending", "First", "Skip", "IncludeTotalCount", "ThrottleLimit", "Connection");
        AssertParameters("Import-BatchFlow", "InputObject", "Path", "LiteralPath", "Directory", "DirectoryId", "Name",
            "Description", "Secret", "KeepFlowId", "ThrottleLimit", "Force", "Connection", "WhatIf", "Confirm");
        AssertParameters(
            "Set-BatchFlow", "FlowId", "NewName", "Cron", "Cycle", "Type", "AlertMode", "Submitter", "Owner", "Visitor",
            "StartTime", "Parameter", "Description", "Queue", "PassThru", "ThrottleLimit", "Force", "Connection",
            "WhatIf", "Confirm");
        AssertParameters(
            "Remove-BatchFlow", "FindDependents", "FlowId", "ThrottleLimit", "Force", "Connection", "WhatIf",
            "Confirm");
        AssertParameters(
            "Enable-BatchFlow", "FlowId", "PassThru", "ThrottleLimit", "Force", "Connection", "WhatIf", "Confirm");
        AssertParameters(
            "Disable-BatchFlow", "FlowId", "PassThru", "ThrottleLimit", "Force", "Connection", "WhatIf", "Confirm");
        AssertParameters("Start-BatchFlow", "FlowId", "TriggerTime", "BusinessDate", "Parameter", "FromTask", "Wait",
            "TimeoutSeconds", "ThrottleLimit", "Force", "Connection", "WhatIf", "Confirm");
        AssertParameters("Get-BatchFlowDirectory", "Path", "DirectoryId", "Recurse", "ThrottleLimit", "Connection");
        AssertParameters("Get-BatchFlowServerTime", "ThrottleLimit", "Connection");
        AssertParameters("Invoke-BatchFlowApi", "Collection", "Action", "Method", "Query", "Body", "ReadOnly", "Force",
            "ThrottleLimit", "Connection", "WhatIf", "Confirm");
        AssertParameters("New-BatchFlowDirectory", "Path", "DirectoryId", "Name", "Force", "ThrottleLimit",
            "Connection", "WhatIf", "Confirm");
        AssertParameters("New-BatchFlowReport", "FlowId", "Path", "As", "Last", "Backup", "Force", "ThrottleLimit",
            "Connection", "WhatIf", "Confirm");
        AssertParameters(
            "Set-BatchFlowSandbox", "Sandbox", "LoadPath", "UtcOffset", "Time", "Scheduler", "Advance", "Speed",
            "ClockSkewSeconds",
            "LatencyMilliseconds", "TaskSeconds", "Sorters", "TokenLifetimeSeconds", "ExpireTokens", "LockUser",
            "UnlockUser", "LockFlow", "UnlockFlow", "ClearFaults", "Fault", "Count", "Operation", "SavePath", "Force",
            "PassThru", "WhatIf", "Confirm");
        AssertParameters("Start-BatchFlowSandbox", "AccessKey", "SecretKey", "LatencyMilliseconds", "StatePath",
            "FlowCount", "History", "Seed", "UtcOffset", "Scheduler");
        AssertParameters("Get-BatchFlowProfile", "Name");
        AssertParameters("Remove-BatchFlowProfile", "Name", "WhatIf", "Confirm");
        AssertParameters("Set-BatchFlowProfile", "Name", "Gateway", "OrganizationId", "UserId", "AccessKey",
            "SecretName", "Vault", "ReadOnly", "Protected", "OperationTimeoutSeconds", "MaximumRetryCount",
            "MaxRequestsPerSecond", "SkipCertificateCheck", "CertificateAuthority", "Proxy",
            "ProxyUseDefaultCredentials", "NoProxy", "PassThru", "WhatIf", "Confirm");
        AssertParameters("Test-BatchFlowConnection", "Connection", "Quiet");
        Assert.Equal(
            ["Address", "OrgId"],
            engine.Run(
                "$p = (Get-Command Connect-BatchFlow).Parameters; $p.Gateway.Aliases; "
                    + "$p.OrganizationId.Aliases").Texts);

        void AssertParameters(string command, params string[] names)
        {
            var own = engine.Run($"(Get-Command {command}).Parameters.Keys").Texts.ToList();
            Assert.Equal(names.Order(), own.Except(Cmdlet.CommonParameters).Order());
        }
    }

    [Fact]
    public void Importing_again_and_anew_works()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(
            $"Import-Module '{Paths.Manifest}' -Force",
            "Connect-BatchFlow -Sandbox; (Export-BatchFlow 2924).FlowName",
            "Remove-Module BatchFlows.PowerShell",
            $"Import-Module '{Paths.Manifest}'",
            "Connect-BatchFlow -Sandbox; (Export-BatchFlow 2924).FlowName");

        Assert.Empty(result.Errors);
        Assert.Equal(["nFlow", "nFlow"], result.Texts);
    }

    [Fact]
    public void Removing_the_module_in_one_runspace_leaves_the_others_alone()
    {
        using var one = new Engine();
        using var two = new Engine();

        one.Run("Remove-Module BatchFlows.PowerShell");

        Assert.Empty(two.Run("Connect-BatchFlow -Sandbox; Export-BatchFlow 2924").Errors);
    }

    [Fact]
    public void Every_public_type_of_the_rooms_can_be_named_in_scripts()
    {
        using var engine = Engine.WithSandbox();
        engine.Run("$null = Export-BatchFlow 2924; $null = Get-BatchFlowDirectory");
        var rooms = Rooms.ToList();
        Assert.Equal(["BatchFlows.Client", "BatchFlows.Model", "BatchFlows.Procedures"],
            rooms.Select(room => room.GetName().Name!).Order(StringComparer.Ordinal));

        var result = engine.Run(
            [.. rooms.SelectMany(room => room.GetExportedTypes()).Select(type => $"[{type.FullName}].FullName")]);

        Assert.Empty(result.Errors);
        Assert.Contains("BatchFlows.FlowTask", result.Texts);
    }

    [Fact]
    public void No_public_constructor_makes_the_engine_load_the_client_at_import()
    {
        using var engine = new Engine();
        var commands = AppDomain.CurrentDomain.GetAssemblies()
            .First(assembly => assembly.GetName().Name == "BatchFlows.PowerShell");

        var taken = commands.ExportedTypes
            .SelectMany(type => type.GetConstructors())
            .SelectMany(constructor => constructor.GetParameters())
            .Select(parameter => parameter.ParameterType.Assembly.GetName().Name);

        Assert.DoesNotContain(taken, name => name!.StartsWith("BatchFlows.", StringComparison.Ordinal)
            && name != "BatchFlows.PowerShell");
    }

    [Fact]
    public void The_client_and_what_it_needs_are_kept_apart_from_other_modules()
    {
        using var engine = Engine.WithSandbox();
        // one that is repeated, with all it takes
        engine.Run(
            "$sandbox.Service.InjectFault('ServiceUnavailable', 1); $null = Export-BatchFlow 2924; "
                + "Get-BatchFlowDirectory");

        var contexts = AppDomain.CurrentDomain.GetAssemblies()
            .Where(assembly => assembly.GetName().Name is "BatchFlows.Sandbox" or "Polly.Core"
                or "Microsoft.Extensions.Http")
            .Concat(Rooms)
            .Select(assembly => System.Runtime.Loader.AssemblyLoadContext.GetLoadContext(assembly)!.Name)
            .ToList();

        Assert.Equal(6, contexts.Count);
        Assert.All(contexts, name => Assert.StartsWith("BatchFlows.PowerShell ", name, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_type_that_commands_write_has_a_table_and_a_list()
    {
        using var engine = new Engine();
        var views = Views.All();

        Assert.All(TypesThatCommandsWrite(engine), type =>
        {
            var own = views.Where(view => view.Descendants("TypeName").Any(name => name.Value == type)).ToList();
            Assert.Single(
                own, view => view.Element("TableControl") is not null && view.Element("Name")!.Value != "Tree");
            Assert.Single(own, view => view.Element("ListControl") is not null);
        });
    }

    [Fact]
    public void A_list_shows_every_property_of_the_model()
    {
        using var engine = Engine.WithSandbox();
        var views = Views.All();
        var objects = engine.Run(
            "Set-BatchFlowProfile listed https://x.example.com o u -PassThru; Get-BatchFlowConnection; $sandbox; "
                + "$f = Export-BatchFlow 3003; $f; $f.Tasks[0]; $f.Tasks[0].RunMode; "
                + "$f.Relations[0]; $f.LinkRelations[0]; $f.FlowLinks[0]; $f.TaskLinks[0]",
            "(Get-BatchFlow)[0]; $f = Get-BatchFlow 3003; $f; $f.Graph; $f.Graph.Tasks[0]; $f.Graph.Flows[0]; "
                + "$f.Graph.Relations[0]",
            "$r = @(Get-BatchFlowInstance)[0]; $r; $t = @($r | Get-BatchFlowTaskInstance)[0]; $t; @($t | "
                + "Get-BatchFlowTaskLog)[0]",
            "Get-BatchFlowDirectory energy; $t = Get-BatchFlowServerTime; $t; $t.Zone; "
                + "(Test-BatchFlowConnection)[0]").Output;
        string[] notShown = ["Name", "Service"];

        Assert.Equal(23, objects.Count);
        Assert.All(objects, item =>
        {
            var list = views.Single(view => view.Element("ListControl") is not null
                && view.Descendants("TypeName").Any(name => name.Value == item.TypeNames[0]));
            var shown = list.Descendants("PropertyName").Concat(list.Descendants("Label")).Select(name => name.Value);
            Assert.Empty(item.Properties.Select(property => property.Name).Except(shown).Except(notShown));
        });
    }

    [Fact]
    public void Each_command_declares_what_it_writes_and_each_record_is_written_by_one()
    {
        using var engine = new Engine();
        var silent = engine.Run(
            "(Get-Command -Module BatchFlows.PowerShell | Where-Object { !$_.OutputType }).Name").Texts;
        var records = engine.Run(
            "[BatchFlows.JsonRecord].Assembly.GetExportedTypes().Where({ $_.IsSubclassOf([BatchFlows.JsonRecord]) -and "
                + "!$_.IsAbstract }).FullName");

        Assert.Equal(["Disconnect-BatchFlow", "Remove-BatchFlow", "Remove-BatchFlowProfile", "Stop-BatchFlowSandbox"],
            silent.Order(StringComparer.Ordinal));
        Lists.AssertComplete(records.Texts.Except(TypesThatCommandsWrite(engine))
            .Select(type => $"{type}: no command has it as OutputType"));
    }

    /// <summary>The types that commands declare as their output, and the types of their parts.</summary>
    private static IEnumerable<string> TypesThatCommandsWrite(Engine engine) => engine
        .Run("(Get-Command -Module BatchFlows.PowerShell).OutputType.Name").Texts
        .Where(name => name.StartsWith("BatchFlows.", StringComparison.Ordinal))
        .Concat(
        [
            "BatchFlows.FlowGraph", "BatchFlows.FlowNode", "BatchFlows.FlowParameter", "BatchFlows.LinkRelation",
            "BatchFlows.NodeRelation",
            "BatchFlows.RunMode", "BatchFlows.TaskNode",
            "BatchFlows.TaskInstanceNode", "BatchFlows.FlowInstanceNode",
        ])
        .Distinct();
}
