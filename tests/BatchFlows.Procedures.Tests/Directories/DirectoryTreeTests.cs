using System;
using System.Linq;
using System.Threading.Tasks;
using BatchFlows.Client;
using BatchFlows.Procedures.Directories;

namespace BatchFlows.Procedures.Tests;

public class DirectoryTreeTests
{
    [Theory]
    [InlineData("/", "id0")]
    [InlineData("", "id0")]
    [InlineData("a", "id1")]
    [InlineData("/a/", "id1")]
    [InlineData(@"a\b", "id2")]
    [InlineData("a//b", "id2")]
    [InlineData("A", "id1")]
    [InlineData("A/B", "id2")]
    public async Task A_directory_is_found_by_its_path(string path, string id) =>
        Assert.Equal(id, (await TreeAsync()).AtPath(path).DirectoryId);

    [Theory]
    [InlineData("b")]
    [InlineData("a/b/c")]
    public async Task A_path_that_leads_nowhere_is_named(string path)
    {
        var tree = await TreeAsync();

        var failure = Assert.Throws<FlowException>(() => tree.AtPath(path));

        Assert.Equal(FailureKind.DirectoryNotFound, failure.Kind);
        Assert.Contains($"'{path}'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_directory_is_found_by_its_id()
    {
        var tree = await TreeAsync();

        Assert.Equal("a/b", tree.WithId("id2").Path);
        Assert.Equal(FailureKind.DirectoryNotFound, Assert.Throws<FlowException>(() => tree.WithId("id9")).Kind);
    }

    [Fact]
    public async Task All_come_each_before_those_in_it() =>
        Assert.Equal(["/", "a", "a/b"], (await TreeAsync()).All.Select(directory => directory.Path));

    private static async Task<DirectoryTree> TreeAsync()
    {
        using var connection = Connect.To(new DirectoryService().Gateway);
        return new DirectoryTree(await new FlowClient(connection).ListDirectoriesAsync());
    }
}
