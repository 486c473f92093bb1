using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;

namespace BatchFlows.Client.Messages;

/// <summary>
/// Masks secrets in text from another machine, in every form in which it may repeat them: in other case, truncated at
/// either end, escaped for addresses, JSON or HTML, as Base64 or as hexadecimal digits.
/// </summary>
internal static class Redaction
{
    private const int Shortest = 4; // shorter ones hide nothing and garble everything
    private const int Part = 8; // so much of a secret is found wherever it was cut
    private const int Longest = 4096; // more is never shown, and looking through it takes time
    private const int Rounds = 3; // a text in a text in a text
    private const char Beyond = '\uFFFF'; // stands for all that needs two characters

    private static readonly Regex Escape = new(
        @"%([0-9a-f]{2})|\\u([0-9a-f]{4})|\\x([0-9a-f]{2})|&#x([0-9a-f]{1,6});|&#([0-9]{1,7});",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    public static string Hide(string text, IEnumerable<string> secrets)
    {
        if (text.Length > Longest) text = text.Substring(0, Longest);
        var hidden = new bool[text.Length];
        var forms = secrets.Where(secret => secret.Length >= Shortest).SelectMany(FormsOf).ToArray();
        var view = text.Select((character, at) => (Character: character, At: at, End: at + 1)).ToList();
        for (var round = 0; round <= Rounds; round++)
        {
            var seen = new string([.. view.Select(item => item.Character)]);
            foreach (var form in forms) Mark(seen, form, view, hidden);
            if (!Escape.IsMatch(seen)) break;
            view = Open(seen, view);
        }

        var shown = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (!hidden[i]) shown.Append(text[i]);
            else if (i == 0 || !hidden[i - 1]) shown.Append("***");
        }

        return shown.ToString();
    }

    /// <summary>A secret as it is, as hexadecimal digits, and as Base64 at any place in a text.</summary>
    private static IEnumerable<string> FormsOf(string secret)
    {
        var bytes = Encoding.UTF8.GetBytes(secret);
        yield return secret;
        yield return string.Concat(bytes.Select(value => value.ToString("x2", CultureInfo.InvariantCulture)));
        for (var before = 0; before < 3; before++)
        {
            var encoded = Convert.ToBase64String([.. new byte[before], .. bytes]).TrimEnd('=');
            // The digits at its ends also depend on its neighbours.
            var first = before == 0 ? 0 : before + 1;
            if (encoded.Length - first - 1 >= Part) yield return encoded.Substring(first, encoded.Length - first - 1);
        }
    }

    private static void Mark(string seen, string form, List<(char Character, int At, int End)> view, bool[] hidden)
    {
        var length = Math.Min(Part, form.Length);
        for (var start = 0; start + length <= form.Length; start++)
        {
            var part = form.Substring(start, length);
            for (var at = 0; (at = seen.IndexOf(part, at, StringComparison.OrdinalIgnoreCase)) >= 0; at++)
            {
                for (var i = view[at].At; i < view[at + length - 1].End; i++) hidden[i] = true;
            }
        }
    }

    /// <summary>The text with its escapes opened, each character with its place in the text as it came.</summary>
    private static List<(char Character, int At, int End)> Open(
        string seen, List<(char Character, int At, int End)> view)
    {
        var opened = new List<(char Character, int At, int End)>();
        var next = 0;
        foreach (Match match in Escape.Matches(seen))
        {
            opened.AddRange(view.Skip(next).Take(match.Index - next));
            next = match.Index + match.Length;
            opened.Add((ValueOf(match), view[match.Index].At, view[next - 1].End));
        }

        opened.AddRange(view.Skip(next));
        return opened;
    }

    private static char ValueOf(Match match)
    {
        var digits = match.Groups.Cast<Group>().Skip(1).First(group => group.Success);
        var style = digits == match.Groups[5] ? NumberStyles.Integer : NumberStyles.HexNumber;
        var value = int.Parse(digits.Value, style, CultureInfo.InvariantCulture);
        return value < Beyond ? (char)value : Beyond;
    }
}
