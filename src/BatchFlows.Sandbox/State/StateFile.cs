using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace BatchFlows.Sandbox;

/// <summary>
/// A saved state as JSON: a mark of the format, the state, and a digest over the state's text, so that a file which is
/// cut, damaged or written by others is known before anything of it is used.
/// </summary>
internal static class StateFile
{
    private const string Format = "BatchFlows.Sandbox/1";

    private static readonly JsonSerializerOptions Options = new()
    {
        IgnoreReadOnlyProperties = true,
        Converters = { new JsonStringEnumConverter() },
    };

    public static byte[] Write(SandboxState state)
    {
        foreach (var queue in state.Organization.Queues.Values) queue.Prepare();
        var text = JsonSerializer.Serialize(state, Options);
        return Encoding.UTF8.GetBytes(
            $$"""{"format":"{{Format}}","digest":"{{Signature.OfState(text)}}","state":{{text}}}""");
    }

    public static SandboxState Read(Stream stream)
    {
        try
        {
            using var document = JsonDocument.Parse(stream);
            var file = document.RootElement;
            if (file.Text("format") == Format
                && file.Field("state") is { } state
                && file.Text("digest") == Signature.OfState(state.GetRawText())
                && state.Deserialize<SandboxState>(Options) is { } read
                && IsSound(read.Organization))
            {
                read.Organization.Restore();
                return read;
            }
        }
        // the latter for a text that is no Unicode
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Refused below, like any file without a state.
        }

        throw new FormatException("This is not a saved state of the sandbox, or it was changed after it was saved.");
    }

    /// <summary>False for directories that no list could show: none, too deep, or in a circle.</summary>
    private static bool IsSound(Organization organization) =>
        organization is { Users: not null, Directories: [{ ParentId: null }, ..], Flows: not null, Queues: not null }
            && IsWhole(organization.Users) && IsWhole(organization.Directories)
            && IsWhole(organization.Flows.Values) && IsWhole(organization.Queues.Values)
            && organization.Directories.Count(directory => directory.ParentId is null) == 1
            && organization.Directories.TrueForAll(
                directory => organization.DepthOf(directory) <= Organization.DeepestDirectory);

    private static bool IsWhole(IEnumerable<object?> list) => list.All(item => item is not null);
}
