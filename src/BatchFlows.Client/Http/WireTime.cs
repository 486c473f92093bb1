using System.Globalization;

namespace BatchFlows.Http;

/// <summary>Moments as the wire has them: milliseconds since 1970-01-01 UTC.</summary>
internal static class WireTime
{
    public static string Text(long milliseconds) => milliseconds.ToString(CultureInfo.InvariantCulture);
}
