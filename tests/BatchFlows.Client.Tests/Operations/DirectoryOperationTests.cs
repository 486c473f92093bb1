using System.Linq;
using System.Threading.Tasks;

namespace BatchFlows.Client.Tests;

public class DirectoryOperationTests
{
    [Fact, Covers("List Workflow Directories")]
    public async Task List_gives_the_documented_tree()
    {
        var (roots, sent, _) = await Documented.CallAsync(
            "list-workflow-directories.response", client => client.ListDirectoriesAsync());

        Assert.Equal("GET /directories?action=listWorkFlowDirs", sent);
        var all = roots.SelectMany(root => root.Walk()).ToList();
        Assert.Equal(["/", "String1", "ffdir", "dirt"], all.Select(directory => directory.Path));
        Assert.Equal(("Workflow", "***************", DirectoryType.Workflow, 0),
            (all[0].Name, all[0].DirectoryId, all[0].Type, all[0].Depth));
        Assert.Equal((2512L, "workflow1", true), all[2].Flows.Select(flow => (flow.FlowId, flow.FlowName, flow.CanEdit))
            .Single());
        Assert.Same(all[0], all[2].Parent);
    }

    [Fact, Covers("Create Directory")]
    public async Task Create_sends_the_documented_body_and_gives_the_new_id()
    {
        var (id, sent, body) = await Documented.CallAsync(
            "create-directory.response", client =>
                client.CreateDirectoryAsync("249a33bd419a4710b1567f5088f8955b", "directory_name"));

        Assert.Equal(("POST /directories?action=create", "62e3038840514caf9af60ad36878851e"), (sent, id));
        Documented.AssertIs("create-directory.request", body);
    }
}
