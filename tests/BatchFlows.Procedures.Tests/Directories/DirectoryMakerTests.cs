using System;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using BatchFlows.Client;
using BatchFlows.Procedures.Directories;

namespace BatchFlows.Procedures.Tests;

public class DirectoryMakerTests
{
    [Fact]
    public async Task Missing_parents_are_made_from_the_top()
    {
        var service = new DirectoryService();

        var made = await MakeAsync(service, "/a/c/d/");

        Assert.Equal(("a/c/d", "d", "id4", 3), (made.Path, made.Name, made.DirectoryId, made.Depth));
        Assert.Equal(["list", "create id1 c", "create id3 d"], service.Calls);
    }

    [Fact]
    public async Task Paths_share_one_list_and_their_parents()
    {
        var service = new DirectoryService();
        using var connection = Connect.To(service.Gateway);
        var maker = new DirectoryMaker(new FlowClient(connection));

        var made = await Task.WhenAll(Enumerable.Range(0, 20).Select(number => maker.MakeAsync($"x/y/{number}")));

        Assert.Equal(
            Enumerable.Range(0, 20).Select(number => $"x/y/{number}"), made.Select(directory => directory.Path));
        Assert.Equal(20, made.Select(directory => directory.DirectoryId).Distinct().Count());
        Assert.Equal(1 + 2 + 20, service.Calls.Count);
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("/")]
    public async Task One_that_is_there_already_is_an_error_unless_it_may_be(string path)
    {
        var service = new DirectoryService();

        var failure = await Assert.ThrowsAnyAsync<FlowException>(() => MakeAsync(service, path));

        Assert.Equal(FailureKind.DirectoryExists, failure.Kind);
        Assert.Equal(path, (await MakeAsync(service, path, mayExist: true)).Path);
        Assert.Equal(["list", "list"], service.Calls);
    }

    [Fact]
    public async Task A_parent_that_somebody_else_makes_meanwhile_is_taken()
    {
        var service = new DirectoryService { BeforeCreate = (other, path) => other.Make(path == "/x" ? "/x" : "/") };

        Assert.Equal("x/y", (await MakeAsync(service, "x/y")).Path);
        Assert.Equal(["list", "create id0 x", "list", "create id3 y"], service.Calls);
    }

    [Fact]
    public async Task The_last_one_made_by_somebody_else_meanwhile_exists_already()
    {
        var service = new DirectoryService { BeforeCreate = (other, path) => other.Make(path) };

        Assert.Equal(FailureKind.DirectoryExists,
            (await Assert.ThrowsAnyAsync<FlowException>(() => MakeAsync(service, "x"))).Kind);
        Assert.Equal("z", (await MakeAsync(service, "z", mayExist: true)).Path);
    }

    [Fact]
    public async Task A_lost_answer_is_looked_up_and_never_sent_again()
    {
        var service = new DirectoryService { AfterCreate = _ => throw new HttpRequestException("reset") };

        Assert.Equal("id3", (await MakeAsync(service, "x")).DirectoryId);
        Assert.Equal(["list", "create id0 x", "list"], service.Calls);
    }

    [Fact]
    public async Task A_lost_request_is_told_as_unknown_and_costs_all_below_it()
    {
        var service = new DirectoryService { BeforeCreate = (_, _) => throw new HttpRequestException("reset") };
        using var connection = Connect.To(service.Gateway);
        var maker = new DirectoryMaker(new FlowClient(connection));

        foreach (var path in new[] { "x/1", "x/2" })
        {
            Assert.Equal(FailureKind.OutcomeUnknown,
                (await Assert.ThrowsAnyAsync<FlowException>(() => maker.MakeAsync(path))).Kind);
        }

        Assert.Equal(["list", "create id0 x", "list"], service.Calls);
    }

    [Fact]
    public async Task What_the_service_refuses_for_another_reason_is_told_as_it_was_said()
    {
        var calls = 0;
        using var connection = Connect.To(
            new StubGateway(call => call.IsToken ? null
                : call.Request.Method == HttpMethod.Get ? Reply.Sample("list-workflow-directories.response")
                : Refuse()));

        var failure = await Assert.ThrowsAsync<FlowServiceException>(
            () => new DirectoryMaker(new FlowClient(connection)).MakeAsync("x"));

        Assert.Equal((FailureKind.RequestInvalid, "param: dirName is not good", 1),
            (failure.Kind, failure.ServiceMessage, calls));

        Func<HttpResponseMessage> Refuse()
        {
            calls++;
            return Reply.Refusal(62102, "param: dirName is not good");
        }
    }

    [Fact]
    public async Task A_directory_is_made_in_the_one_of_an_id()
    {
        var service = new DirectoryService();
        using var connection = Connect.To(service.Gateway);
        var maker = new DirectoryMaker(new FlowClient(connection));

        Assert.Equal("a/b/c", (await maker.MakeInAsync("id2", "c")).Path);
        Assert.Equal(FailureKind.DirectoryExists,
            (await Assert.ThrowsAnyAsync<FlowException>(() => maker.MakeInAsync("id1", "b"))).Kind);
        Assert.Equal(FailureKind.DirectoryNotFound,
            (await Assert.ThrowsAnyAsync<FlowException>(() => maker.MakeInAsync("nobody", "b"))).Kind);
        Assert.Equal(["list", "create id2 c"], service.Calls);
    }

    private static async Task<FlowDirectory> MakeAsync(DirectoryService service, string path, bool mayExist = false)
    {
        using var connection = Connect.To(service.Gateway);
        return await new DirectoryMaker(new FlowClient(connection), mayExist).MakeAsync(path);
    }
}
