using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;

namespace BatchFlows.Client.Messages;

/// <summary>The documented operations.</summary>
internal static class Operations
{
    private const string NotTwice =
        "A flow can be started once per minute: if it was, wait until the next minute. Otherwise check that the flow "
            + "and the task exist.";
    private const string LookForRun =
        "Look for the run with Get-BatchFlowInstance before you start another one.";
    private const string LookAtSchedule =
        "Before you repeat it, see with Get-BatchFlow whether the schedule is started.";

    // Requesting a token changes nothing that a caller could notice, so it is safe to repeat.
    public static readonly Operation GetToken = new(
        "Get Token", HttpMethod.Post, "apim-token-service/v2.0/token/get", Action: null, IsReadOnly: true);
    public static readonly Operation RefreshToken = new(
        "Refresh Token", HttpMethod.Post, "apim-token-service/v2.0/token/refresh", Action: null, IsReadOnly: true);

    public static readonly Operation CancelFlowInstance = Write(
        "Cancel Flow Instance", HttpMethod.Post, "flowInstances", "cancel", FailureKind.InstanceNotFound) with
    { OutcomeRemedy = "Before you repeat it, see with Get-BatchFlowInstance whether the run goes on." };
    public static readonly Operation CreateDirectory = Write(
        "Create Directory", HttpMethod.Post, "directories", "create") with
    {
        IsHarmlessTwice = true,
        OutcomeRemedy = "Before you repeat it, see with Get-BatchFlowDirectory whether the directory is there.",
    };
    public static readonly Operation DeleteFlow = Write(
        "Delete Flow", HttpMethod.Get, "flows", "delete", FailureKind.FlowNotFound) with
    {
        IsHarmlessTwice = true,
        OutcomeRemedy = "Before you repeat it, see with Get-BatchFlow whether the flow is still there.",
    };
    public static readonly Operation DisableFlow = Write(
        "Disable Flow", HttpMethod.Post, "flows", "disable", FailureKind.FlowNotFound) with
    { IsHarmlessTwice = true, OutcomeRemedy = LookAtSchedule };
    public static readonly Operation EnableFlow = Write(
        "Enable Flow", HttpMethod.Post, "flows", "enable", FailureKind.FlowNotFound) with
    { IsHarmlessTwice = true, OutcomeRemedy = LookAtSchedule };
    public static readonly Operation ExportFlow = Read(
        "Export Flow", HttpMethod.Get, "flows", "export", FailureKind.FlowNotFound);
    public static readonly Operation GetCurrentTime = Read(
        "Get Current Time", HttpMethod.Get, "time", "getCurrentTime") with
    { NeedsUser = false };
    public static readonly Operation GetFlow = Read(
        "Get Flow", HttpMethod.Get, "flows", "get", FailureKind.FlowNotFound);
    public static readonly Operation GetFlowInstance = Read(
        "Get Flow Instance", HttpMethod.Get, "flowInstances", "get", FailureKind.InstanceNotFound);
    public static readonly Operation GetMyFlow = Read("Get My Flow", HttpMethod.Get, "flows", "getMyFlow");
    public static readonly Operation GetTaskInstance = Read(
        "Get Task Instance", HttpMethod.Get, "taskInstances", "get", FailureKind.InstanceNotFound);
    public static readonly Operation GetTaskInstanceLog = Read(
        "Get Task Instance Log", HttpMethod.Get, "taskInstances", "getLog", FailureKind.InstanceNotFound);
    public static readonly Operation GetTimezone = Read(
        "Get Timezone", HttpMethod.Get, "time", "getTimeZone") with
    { NeedsUser = false };
    public static readonly Operation ImportFlow = Write("Import Flow", HttpMethod.Post, "flows", "import") with
    {
        IsHarmlessTwice = true, // names are unique
        RefusalRemedy = "Compare the definition with one that Export-BatchFlow returns, and check that the directory "
            + "exists with Get-BatchFlowDirectory.",
        OutcomeRemedy = "Before you repeat it, see with Get-BatchFlow whether the flow is there.",
    };
    public static readonly Operation ListFlowInstances = Read(
        "List Flow Instances", HttpMethod.Post, "flowInstances", "search");
    public static readonly Operation ListWorkflowDirectories = Read(
        "List Workflow Directories", HttpMethod.Get, "directories", "listWorkFlowDirs");
    public static readonly Operation LoadFlowForEdit = Write(
        "Load Flow For Edit", HttpMethod.Get, "flows", "loadForEdit", FailureKind.FlowNotFound) with
    { IsHarmlessTwice = true, IsDraft = true };
    public static readonly Operation SaveFlow = Write("Save Flow", HttpMethod.Post, "flows", "save") with
    { OutcomeRemedy = "Before you repeat it, see with Get-BatchFlow whether the flow shows the change." };
    public static readonly Operation SearchFlow = Read("Search Flow", HttpMethod.Post, "flows", "search");
    public static readonly Operation TriggerFlow = Write(
        "Trigger Flow", HttpMethod.Post, "flows", "trigger") with
    { RefusalRemedy = NotTwice, OutcomeRemedy = LookForRun };
    public static readonly Operation TriggerFlowFromTask = Write(
        "Trigger Flow From Task", HttpMethod.Post, "flows", "triggerFromTask") with
    { RefusalRemedy = NotTwice, OutcomeRemedy = LookForRun };
    public static readonly Operation UpdateAndTriggerFlow = Write(
        "Update And Trigger Flow", HttpMethod.Post, "flows", "updateAndTrigger") with
    { RefusalRemedy = NotTwice, OutcomeRemedy = LookForRun };

    /// <summary>
    /// The operations of the service, without those of its token service: the fields above, so that none is listed
    /// twice.
    /// </summary>
    public static IReadOnlyList<Operation> All => Listed.Rows;

    /// <summary>
    /// The documented operation with these parts; null when there is none. Case is ignored, as a service may ignore it.
    /// </summary>
    public static Operation? Find(string collection, string action) => All.FirstOrDefault(operation =>
        string.Equals(operation.Collection, collection, StringComparison.OrdinalIgnoreCase)
            && string.Equals(operation.Action, action, StringComparison.OrdinalIgnoreCase));

    /// <summary>An operation that is not documented and may change anything.</summary>
    public static Operation Unknown(HttpMethod method, string collection, string action) =>
        Write($"{method} {collection} {action}", method, collection, action) with
        {
            RefusalRemedy = "Check how the call is spelled: case matters.",
        };

    private static Operation Read(
        string name, HttpMethod method, string collection, string action,
        FailureKind whenRefused = FailureKind.RequestInvalid) =>
        new(name, method, collection, action, IsReadOnly: true, whenRefused);

    private static Operation Write(
        string name, HttpMethod method, string collection, string action,
        FailureKind whenRefused = FailureKind.RequestInvalid) =>
        new(name, method, collection, action, IsReadOnly: false, whenRefused);

    /// <summary>
    /// Made when first needed, because only Invoke-BatchFlowApi needs the list and a first call must not pay for it.
    /// </summary>
    private static class Listed
    {
        public static readonly Operation[] Rows =
            [.. typeof(Operations).GetFields().Select(row => row.GetValue(null)).OfType<Operation>()
                .Where(operation => !operation.IsToken)];
    }
}
