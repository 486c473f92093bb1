using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;

namespace BatchFlows.Fuzzing;

/// <summary>What has to hold.</summary>
internal static class Law
{
    public static void Holds([DoesNotReturnIf(false)] bool condition, string law)
    {
        if (!condition) throw new LawBrokenException(law);
    }

    /// <summary>That nothing is waited for, since all has arrived.</summary>
    public static T IsDone<T>(Task<T> work)
    {
        Holds(work.IsCompleted, "something waits although all has arrived");
        return work.GetAwaiter().GetResult();
    }

    /// <summary>That a text is JSON of the same meaning.</summary>
    public static void IsSame(JsonElement expected, string json, string law) =>
        Holds(JsonSame.IsSame(Encoding.UTF8.GetBytes(expected.GetRawText()), Encoding.UTF8.GetBytes(json)), law);
}
