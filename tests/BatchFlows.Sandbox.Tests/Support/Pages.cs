using System.Text.Json.Nodes;

namespace BatchFlows.Sandbox.Tests;

/// <summary>Bodies that ask for a page.</summary>
internal static class Pages
{
    public static JsonObject Of(int pageNo, int pageSize, string? field = null, string order = "ASC") => new()
    {
        ["pagination"] = new JsonObject
        {
            ["pageNo"] = pageNo,
            ["pageSize"] = pageSize,
            ["sorters"] = field is null ? [] : new JsonArray(new JsonObject { ["field"] = field, ["order"] = order }),
        },
    };
}
