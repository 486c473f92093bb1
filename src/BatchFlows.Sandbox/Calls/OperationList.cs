using System.Collections.Generic;
using System.Linq;

namespace BatchFlows.Sandbox;

/// <summary>The operations of the service.</summary>
internal static class OperationList
{
    public static readonly IReadOnlyList<Operation> All =
    [
        new("Cancel Flow Instance", "POST", "flowInstances", "cancel", InstanceOperations.Cancel),
        new("Create Directory", "POST", "directories", "create", DirectoryOperations.Create),
        new("Delete Flow", "GET", "flows", "delete", FlowOperations.Delete),
        new("Disable Flow", "POST", "flows", "disable", FlowOperations.Disable),
        new("Enable Flow", "POST", "flows", "enable", FlowOperations.Enable),
        new("Export Flow", "GET", "flows", "export", FlowOperations.Export),
        new("Get Current Time", "GET", "time", "getCurrentTime", TimeOperations.GetCurrentTime, IsForUser: false),
        new("Get Flow", "GET", "flows", "get", FlowOperations.Get),
        new("Get Flow Instance", "GET", "flowInstances", "get", InstanceOperations.Get),
        new("Get My Flow", "GET", "flows", "getMyFlow", FlowOperations.GetMine),
        new("Get Task Instance", "GET", "taskInstances", "get", TaskInstanceOperations.Get),
        new("Get Task Instance Log", "GET", "taskInstances", "getLog", TaskInstanceOperations.GetLog),
        new("Get Timezone", "GET", "time", "getTimeZone", TimeOperations.GetTimeZone, IsForUser: false),
        new("Import Flow", "POST", "flows", "import", EditOperations.Import),
        new("List Flow Instances", "POST", "flowInstances", "search", InstanceOperations.Search),
        new("List Workflow Directories", "GET", "directories", "listWorkFlowDirs", DirectoryOperations.List),
        new("Load Flow For Edit", "GET", "flows", "loadForEdit", EditOperations.LoadForEdit),
        new("Save Flow", "POST", "flows", "save", EditOperations.Save),
        new("Search Flow", "POST", "flows", "search", FlowOperations.Search),
        new("Trigger Flow", "POST", "flows", "trigger", TriggerOperations.Trigger),
        new("Trigger Flow From Task", "POST", "flows", "triggerFromTask", TriggerOperations.TriggerFromTask),
        new("Update And Trigger Flow", "POST", "flows", "updateAndTrigger", TriggerOperations.UpdateAndTrigger),
    ];

    private static readonly Dictionary<(string Method, string Collection, string Action), Operation> ByCall =
        All.ToDictionary(operation => (operation.Method, operation.Collection, operation.Action));

    public static Operation? Find(string method, string collection, string action) =>
        ByCall.TryGetValue((method, collection, action), out var operation) ? operation : null;
}
