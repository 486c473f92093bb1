using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using BatchFlows.Client.Network;
using BatchFlows.Procedures.Directories;
using BatchFlows.Analysis.Names;
using BatchFlows.Procedures.Files;
using BatchFlows.Sandbox;

namespace BatchFlows.Fuzzing.Targets.Procedures;

/// <summary>
/// What people type where it is text: addresses, paths, names of flows as names of files, commands of tasks; and
/// encoded queries.
/// </summary>
internal sealed class TypedTarget : IFuzzTarget
{
    public string Name => "typed";

    public IEnumerable<byte[]> Seeds => Samples.Texts(
        "https://apim.example.com/", "apim.example.com:8443", "http://127.0.0.1:80/a?b#c", "http://[::1]/", "a/b\\c//d",
        "nFlow: <1>?", "CON", "..",
        "action=export&flowId=2924&a=b%20c%3B+&=&&x=%", "echo 'a'; sleep 20; exit 3 # until run 2",
        "sleep 1.5 && echo \"${cal_dt}\"");

    public void Run(byte[] input)
    {
        var text = Encoding.UTF8.GetString(input);
        Check(text);
        var path = DirectoryTree.Normalize(text);
        Law.Holds(DirectoryTree.Normalize(path) == path, "a path in normal form has another normal form");
        var file = FlowFileName.OfRaw(1, text);
        Law.Holds(FlowFileName.IdIn(file) == 1, "the name of a file hides the ID");
        foreach (var name in new[] { file, FileName.Of(text) + FlowFileName.Extension })
        {
            Law.Holds(name.IndexOfAny(['/', '\\', ':', '\0']) < 0
                && Encoding.UTF8.GetByteCount(name) <= 255, "a file cannot have that name");
            Law.Holds(RelativePath.ProblemOf(name) is null, "a name leads out of the folder");
        }

        var query = QueryString.Parse(text);
        var again = string.Join(
            '&', query.Select(p => $"{Uri.EscapeDataString(p.Key)}={Uri.EscapeDataString(p.Value)}"));
        Law.Holds(QueryString.Parse(again).SequenceEqual(query), "encoding a query changes it");
        var command = new PretendedCommand(text, run: 1);
        Law.Holds(command.Sleep <= TimeSpan.FromDays(365), "a command sleeps for more than a year");
        _ = command.OutputAfter(TimeSpan.FromHours(1)).Count();
        _ = TokenRequest.Read(input);
    }

    private static void Check(string text)
    {
        if (!Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out var gateway)) return;
        try
        {
            var checkedAddress = GatewayAddress.Check(gateway);
            Law.Holds(checkedAddress.Scheme == "https"
                || checkedAddress.IsLoopback, "an address is taken that can be read on the way");
            Law.Holds(checkedAddress.AbsoluteUri.EndsWith('/')
                && checkedAddress.UserInfo.Length == 0, "an address is not in normal form");
        }
        catch (ArgumentException)
        {
            // The documented refusal.
        }
    }
}
