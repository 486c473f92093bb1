using System;
using System.Collections;
using System.Collections.Generic;
using System.Text;
using System.Text.Json;
using BatchFlows.Model.Instances;
using BatchFlows.Model.Json;

namespace BatchFlows.Fuzzing.Targets.Model;

/// <summary>
/// Single values: texts that mean a number, a flag, a time, a zone, a list or JSON, in each of the forms the service
/// has for them.
/// </summary>
internal sealed class ValueTarget : IFuzzTarget
{
    private static readonly ServerZone[] Zones =
        [ServerZone.Unknown, new ServerZone("GMT+14"), new ServerZone("UTC-14:00")];

    public string Name => "value";

    public IEnumerable<byte[]> Seeds => Samples.Texts(
        "a;b", ";a; b;", """["a","b"]""", """[{"key":"a","value":"${cal_dt}"}]""", """{"a":"1","b":2}""",
        """{"taskMode":1,"cpu":0.5,"memory":1,"maxParallel":0}""",
        "COMMAND", "8.0", "2019-08-08 20:39:00.0\n2019-08-08", "2020-01-02T03:04:05.678+08:00\n2020-01-02T03:04:05Z",
        "Tue Feb 02 17:35:00 UTC 2021",
        "GMT+8", "UTC -05:30", "Z", "3377-20200706062600", "INTERNAL_ERROR", "NONE", "true", "-1", "1e3",
        "\"[\\\"{}\\\"]\"");

    public void Run(byte[] input)
    {
        var text = Encoding.UTF8.GetString(input);
        var (_, root) = JsonBody.Parse(input);
        foreach (var element in new[] { root, WireJson.ToElement(text) })
        {
            Read(element);
            ReadParameters(element);
            CheckList(UserList.Read(element));
        }

        CheckList(new UserList(text));
        var lines = text.Split('\n', 2);
        Compare(lines[0], lines[^1]);
        Everything.LookAt(new ServerZone(text));
        Everything.LookAt(ServiceTime.FromJava(text));
        _ = TriggerMoment.Of(text)?.IsOther(DateTimeOffset.UnixEpoch);
    }

    private static void Read(JsonElement element)
    {
        _ = (element.AsText(), element.AsReal(), element.AsFlag(), element.AsObject(), element.AsEnum<AlertMode>());
        foreach (var item in element.AsItems()) _ = item.Field("name").AsText();
        if (element.AsInteger() is { } integer)
            Law.Holds(element.AsReal() is { } real && Math.Abs(real - integer) <= Math.Abs((double)integer) * 1e-15
                + 1e-20, "the integer and the real value differ");
        else if (InstanceStatuses.Read(element) is { } status)
            Law.Holds(Enum.IsDefined(status), "a text that names no status is read as one");
        var mode = RunMode.Read(element);
        Everything.LookAt(mode);
        _ = mode.ToJson();
    }

    private static void ReadParameters(JsonElement element)
    {
        var parameters = new ParameterList(element);
        Everything.LookAt(parameters);
        var written = parameters.ToWire();
        var read = new ParameterList(WireJson.ToElement(written));
        Law.Holds(read.Count == parameters.Count && read.ToWire() == written, "parameters change on the wire");
        var more = parameters.With(new Hashtable { ["new"] = "1" });
        Law.Holds(more["new"] == "1" && more.Count <= parameters.Count + 1, "a parameter is not set");
    }

    private static void CheckList(UserList list)
    {
        Everything.LookAt(list);
        var copy = new UserList((IEnumerable)list);
        Law.Holds(copy.Equals(list) && copy.GetHashCode() == list.GetHashCode(), "a copy of a list is another list");
    }

    private static void Compare(string one, string other)
    {
        var (type, otherType) = (new TaskType(one), new TaskType(other));
        Everything.LookAt(type);
        Law.Holds(
            type != otherType || type.GetHashCode() == otherType.GetHashCode(), "equal types have different hashes");
        _ = type.ToWire();
        foreach (var zone in Zones)
        {
            var (time, otherTime) = (new ServiceTime(one, zone), new ServiceTime(other, Zones[1]));
            Everything.LookAt(time);
            Law.Holds(time.Equals(new ServiceTime(one, zone)), "a time differs from itself");
            Law.Holds(Math.Sign(time.CompareTo(otherTime)) == -Math.Sign(otherTime.CompareTo(time)),
                "times are ordered both ways");
            Law.Holds(time != otherTime
                || time.GetHashCode() == otherTime.GetHashCode(), "equal times have different hashes");
        }
    }
}
