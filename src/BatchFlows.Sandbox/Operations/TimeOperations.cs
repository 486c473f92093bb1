using System.Globalization;
using System.Text.Json.Nodes;

namespace BatchFlows.Sandbox;

/// <summary>Operations of the collection <c>time</c>, which need no user.</summary>
internal static class TimeOperations
{
    [Operation("Get Current Time", "GET", "time", "getCurrentTime", IsForUser = false)]
    public static string GetCurrentTime(ServiceCall call) =>
        call.Now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    [Operation("Get Timezone", "GET", "time", "getTimeZone", IsForUser = false)]
    public static string GetTimeZone(ServiceCall call) => new JsonObject { ["timezone"] = call.Times.Zone }.ToText();
}
