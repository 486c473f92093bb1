using System;
using System.Diagnostics;
using System.Linq;
using System.Text;

namespace BatchFlows.Fuzzing;

/// <summary>An input that breaks a law of its target.</summary>
/// <param name="Key">What it breaks: inputs of the same key show the same fault.</param>
internal sealed record Finding(string Target, string Key, byte[] Input, string What)
{
    private const int Shown = 400;

    public static Finding Of(string target, byte[] input, Exception exception) =>
        new(target, $"{exception.GetType().Name} {PlaceOf(exception)}", input, exception.ToString());

    /// <summary>The key as a name of a file.</summary>
    public string FileName => string.Concat(Key.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));

    public override string ToString()
    {
        var text = Encoding.UTF8.GetString(Input.AsSpan(0, Math.Min(Shown, Input.Length)));
        return $"{Target}: {Key}\n{What}\ninput of {Input.Length} bytes: {text}\nbase64: "
            + $"{Convert.ToBase64String(Input.AsSpan(0, Math.Min(Shown, Input.Length)))}";
    }

    /// <summary>The method of ours that threw; of a broken law, its words.</summary>
    private static string PlaceOf(Exception exception)
    {
        if (exception.GetType().Name == nameof(LawBrokenException)) return exception.Message;
        var frames = new StackTrace(exception).GetFrames().Select(frame => frame.GetMethod()).ToArray();
        var place = Array.Find(
            frames, method => FuzzContext.Rooms.Contains(method?.DeclaringType?.Assembly.GetName().Name))
            ?? frames.FirstOrDefault();
        return $"{place?.DeclaringType?.Name}.{place?.Name}";
    }
}
