using System;
using System.Collections.Generic;
using System.Text;

namespace BatchFlows.Procedures.Logs;

/// <summary>
/// Splits a log that is read repeatedly into lines, each once, even if the service has truncated the head of the log
/// meanwhile. A text that has nothing in common with the one before is another log, as after a retry, and is returned
/// whole.
/// </summary>
internal sealed class LogLines
{
    private readonly StringBuilder _begun = new();
    private string _seen = "";
    private long _count;

    /// <summary>The lines that are new in the log as it is now. A line that has no end yet is held back.</summary>
    public List<(long Number, string Text)> Add(string log)
    {
        var lines = new List<(long, string)>();
        if (_seen.StartsWith(log, StringComparison.Ordinal)) return lines; // nothing new, or an answer that is behind
        var known = log.StartsWith(_seen, StringComparison.Ordinal) ? _seen.Length : Overlap(_seen, log);
        if (known == 0 && _seen.Length > 0)
        {
            lines.AddRange(End());
            _count = 0;
        }

        for (int end; (end = log.IndexOf('\n', known)) >= 0; known = end + 1)
        {
            _begun.Append(log, known, end - known);
            lines.Add(TakeLine());
        }

        _begun.Append(log, known, log.Length - known);
        _seen = log;
        return lines;
    }

    /// <summary>The line that was held back, if any, because nothing more is added to it.</summary>
    public List<(long Number, string Text)> End() => _begun.Length == 0 ? [] : [TakeLine()];

    private (long Number, string Text) TakeLine()
    {
        var text = _begun.ToString().TrimEnd('\r');
        _begun.Clear();
        return (++_count, text);
    }

    /// <summary>
    /// Length of the longest end of the old text with which the new text begins. 0 if it contains no end of a line,
    /// because a few characters in common are chance.
    /// </summary>
    private static int Overlap(string old, string now)
    {
        var borders = Borders(now);
        var matched = 0;
        foreach (var character in old)
        {
            while (matched > 0 && (matched == now.Length || now[matched] != character)) matched = borders[matched - 1];
            if (now[matched] == character) matched++;
        }

        return now.IndexOf('\n', 0, matched) < 0 ? 0 : matched;
    }

    /// <summary>
    /// For each beginning of a text the length of the longest shorter beginning that it ends with (Knuth, Morris and
    /// Pratt).
    /// </summary>
    private static int[] Borders(string text)
    {
        var borders = new int[text.Length];
        for (var i = 1; i < text.Length; i++)
        {
            var length = borders[i - 1];
            while (length > 0 && text[length] != text[i]) length = borders[length - 1];
            borders[i] = text[length] == text[i] ? length + 1 : 0;
        }

        return borders;
    }
}
