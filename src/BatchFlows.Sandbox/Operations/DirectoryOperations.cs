using System.Linq;
using System.Text.Json.Nodes;

namespace BatchFlows.Sandbox;

/// <summary>Operations of the collection <c>directories</c>.</summary>
internal static class DirectoryOperations
{
    private const int WorkflowType = 1;

    [Operation("List Workflow Directories", "GET", "directories", "listWorkFlowDirs")]
    public static string List(ServiceCall call) => new JsonArray(Node(call, call.Organization.Root)).ToText();

    [Operation("Create Directory", "POST", "directories", "create")]
    public static string Create(ServiceCall call)
    {
        var body = call.ReadBody(name => $"param: {name} cannot be empty");
        var (name, parentId) = (body.Filled("dirName"), body.Filled("parentId"));
        var directories = call.Organization.Directories;
        var parent = directories.Find(directory => directory.Id == parentId)
            ?? throw ServiceRefusal.Invalid("parentId not found");
        if (call.Organization.DepthOf(parent) >= Organization.DeepestDirectory)
            throw ServiceRefusal.Invalid("The directories are nested too deep");
        if (directories.Exists(directory => directory.ParentId == parentId && directory.Name == name))
            throw ServiceRefusal.Invalid("A directory of the same name already exists");
        return new JsonObject { ["dirId"] = call.Organization.AddDirectory(name, parent).Id }.ToText();
    }

    private static JsonObject Node(ServiceCall call, StoredDirectory directory)
    {
        var directories = call.Organization.Directories.Where(child => child.ParentId == directory.Id)
            .Select(child => Node(call, child));
        var files = call.Organization.Flows.Values.Where(flow => flow.DirectoryId == directory.Id)
            .Select(flow => new JsonObject
            {
                ["editable"] = call.User.Owns(flow.Model),
                ["title"] = flow.Model.Name,
                ["type"] = WorkflowType,
                ["key"] = flow.Id,
                ["isDirectory"] = false,
            });
        return new()
        {
            ["children"] = directories.Concat(files).ToJsonArray(),
            ["title"] = directory.Name,
            ["type"] = WorkflowType,
            ["key"] = directory.Id,
            ["isDirectory"] = true,
        };
    }
}
