// Longer than 150 lines: one state machine, whose parts call each other.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace BatchFlows.Analysis.Shells;

/// <summary>
/// Reads the words, quotes and here-documents of a shell script. Where a script is beyond it, it stops and reports
/// nothing, because a wrong finding is worse than a missing one.
/// </summary>
internal sealed class ShellReader(string text)
{
    private const int Deepest = 40;

    private readonly Queue<(string Delimiter, bool HasTabs, int Start)> _heredocs = new();
    private readonly List<List<string>> _commands = [];
    private StringBuilder _word = new();
    private List<string> _command = [];
    private int _at;
    private int _depth;
    private bool _isLost;
    private (char Quote, int Start)? _openQuote;
    private (string Delimiter, int Start)? _openHeredoc;

    public IReadOnlyList<IReadOnlyList<string>> Commands => _commands;

    public (string Delimiter, int Line)? OpenHeredoc =>
        _openHeredoc is { } open && !_isLost && _openQuote is null ? (open.Delimiter, LineOf(open.Start)) : null;

    public (char Quote, int Line)? OpenQuote =>
        _openQuote is { } open && !_isLost ? (open.Quote, LineOf(open.Start)) : null;

    public void Read()
    {
        ReadCommands(end: '\0');
        EndCommand();
        if (_heredocs.Count > 0) _openHeredoc ??= (_heredocs.Peek().Delimiter, _heredocs.Peek().Start);
    }

    /// <summary>Reads up to the closing parenthesis of a substitution, or the end of the text.</summary>
    private void ReadCommands(char end)
    {
        var parentheses = 0;
        while (_at < text.Length && !_isLost)
        {
            var character = text[_at];
            if (end == ')' && character == ')' && parentheses == 0) return;
            if (character == '#' && IsWordStart())
            {
                SkipLine();
                continue;
            }

            if (ReadQuoted()) continue;
            if (character == '<' && IsAt("<<<")) Append(3);
            else if (character == '<' && IsAt("<<")) ReadHeredocStart();
            else if (character == '(' && IsAt("((")) SkipArithmetic(2);
            else if (character is '\n' or ';' or '&' or '|' or '(' or ')' or '{' or '}' && !IsInWord(character))
            {
                parentheses += character == '(' ? 1 : character == ')' ? -1 : 0;
                EndCommand();
                _at++;
                if (character == '\n') ReadHeredocs();
            }
            else if (character is ' ' or '\t' or '\r')
            {
                EndWord();
                _at++;
            }
            else
            {
                Append(1);
            }

            // Patterns of a case end with a parenthesis that nothing opens.
            if (end == ')' && _command.LastOrDefault() is "case") _isLost = true;
        }
    }

    /// <summary>A brace inside of a word belongs to it: a{b,c}.</summary>
    private bool IsInWord(char character) => character is '{' or '}' && _word.Length > 0;

    private bool ReadQuoted()
    {
        switch (text[_at])
        {
            case '\\':
                Append(2);
                return true;
            case '\'':
                ReadUntil('\'', hasEscapes: _word.Length > 0 && _word[_word.Length - 1] == '$');
                return true;
            case '"':
                ReadDoubleQuoted();
                return true;
            case '`':
                ReadUntil('`', hasEscapes: true);
                return true;
            case '$' when IsAt("$(("):
                SkipArithmetic(3);
                return true;
            case '$' when IsAt("$("):
                ReadSubstitution();
                return true;
            case '$' when IsAt("${"):
                ReadBraces();
                return true;
            default:
                return false;
        }
    }

    private void ReadUntil(char quote, bool hasEscapes)
    {
        var start = _at;
        Append(1);
        while (_at < text.Length && text[_at] != quote) Append(hasEscapes && text[_at] == '\\' ? 2 : 1);
        Close(quote, start);
    }

    private void ReadDoubleQuoted()
    {
        var start = _at;
        Append(1);
        while (_at < text.Length && text[_at] != '"' && !_isLost)
        {
            if (text[_at] is '\'' || !ReadQuoted()) Append(1);
        }

        Close('"', start);
    }

    private void ReadBraces()
    {
        if (!Enter()) return;
        Append(2);
        while (_at < text.Length && text[_at] != '}' && !_isLost)
        {
            if (text[_at] is '\'' || !ReadQuoted()) Append(1);
        }

        if (_at < text.Length) Append(1);
        _depth--;
    }

    private void ReadSubstitution()
    {
        if (!Enter()) return;
        var (command, word, from) = (_command, _word, _at);
        var count = _commands.Count;
        (_command, _word, _at) = ([], new StringBuilder(), _at + 2);
        ReadCommands(end: ')');
        _commands.RemoveRange(count, _commands.Count - count);
        _at = Math.Min(_at + 1, text.Length);
        (_command, _word) = (command, word);
        _word.Append(text, from, _at - from);
        _depth--;
    }

    private void SkipArithmetic(int length)
    {
        var open = 2;
        Append(length);
        while (_at < text.Length && open > 0)
        {
            open += text[_at] == '(' ? 1 : text[_at] == ')' ? -1 : 0;
            Append(1);
        }
    }

    private void ReadHeredocStart()
    {
        var start = _at;
        _at += 2;
        var hasTabs = _at < text.Length && text[_at] == '-';
        if (hasTabs) _at++;
        while (_at < text.Length && text[_at] is ' ' or '\t') _at++;
        var delimiter = ReadDelimiter();
        if (delimiter.Length > 0) _heredocs.Enqueue((delimiter, hasTabs, start));
        EndWord();
    }

    /// <summary>A word without its quotes. A carriage return belongs to it, as to the last line.</summary>
    private string ReadDelimiter()
    {
        var delimiter = new StringBuilder();
        var quote = '\0';
        for (; _at < text.Length; _at++)
        {
            var character = text[_at];
            if (quote == '\0' && (character is ' ' or '\t' or '\n' || ";&|()<>".Contains(character))) break;
            if (quote == '\0' ? character is '\'' or '"' : character == quote)
                quote = quote == '\0' ? character : '\0';
            else if (character != '\\' || quote == '\'') delimiter.Append(character);
            else if (++_at < text.Length) delimiter.Append(text[_at]);
        }

        return delimiter.ToString();
    }

    private void ReadHeredocs()
    {
        while (_heredocs.Count > 0 && _openHeredoc is null)
        {
            var (delimiter, hasTabs, start) = _heredocs.Dequeue();
            if (!SkipTo(delimiter, hasTabs)) _openHeredoc = (delimiter, start);
        }
    }

    private bool SkipTo(string delimiter, bool hasTabs)
    {
        while (_at < text.Length)
        {
            var end = text.IndexOf('\n', _at);
            var line = text.Substring(_at, (end < 0 ? text.Length : end) - _at);
            _at = end < 0 ? text.Length : end + 1;
            if ((hasTabs ? line.TrimStart('\t') : line) == delimiter) return true;
        }

        return false;
    }

    private bool Enter()
    {
        if (++_depth > Deepest) _isLost = true;
        return !_isLost;
    }

    private void Close(char quote, int start)
    {
        if (_at < text.Length) Append(1);
        else _openQuote ??= (quote, start);
    }

    private void Append(int count)
    {
        var end = Math.Min(_at + count, text.Length);
        _word.Append(text, _at, end - _at);
        _at = end;
    }

    private void EndWord()
    {
        if (_word.Length > 0) _command.Add(_word.ToString());
        _word.Clear();
    }

    private void EndCommand()
    {
        EndWord();
        if (_command.Count > 0) _commands.Add(_command);
        _command = [];
    }

    private void SkipLine()
    {
        var end = text.IndexOf('\n', _at);
        _at = end < 0 ? text.Length : end;
    }

    private bool IsWordStart() => _word.Length == 0;

    private bool IsAt(string start) => string.CompareOrdinal(text, _at, start, 0, start.Length) == 0;

    private int LineOf(int position) => 1 + text.Take(position).Count(character => character == '\n');
}
