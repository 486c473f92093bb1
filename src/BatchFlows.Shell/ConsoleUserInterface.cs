using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace BatchFlows.Shell;

/// <summary>Shows what commands write and asks what they want to know, on the console of this program.</summary>
internal sealed class ConsoleUserInterface : PSHostUserInterface
{
    private readonly ConsoleRawUserInterface _rawUI = new();

    public bool HasWrittenError { get; private set; }

    public override PSHostRawUserInterface RawUI => _rawUI;

    public override string ReadLine() => Console.ReadLine() ?? "";

    public override SecureString ReadLineAsSecureString()
    {
        var secret = new SecureString();
        if (Console.IsInputRedirected)
        {
            foreach (var character in ReadLine()) secret.AppendChar(character);
            return secret;
        }

        for (var key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            if (key.Key == ConsoleKey.Backspace && secret.Length > 0) secret.RemoveAt(secret.Length - 1);
            else if (!char.IsControl(key.KeyChar)) secret.AppendChar(key.KeyChar);
        }

        Console.WriteLine();
        return secret;
    }

    public override void Write(string value) => Console.Write(Plain(value));

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) => Write(value);

    public override void WriteLine(string value) => Console.WriteLine(Plain(value));

    public override void WriteErrorLine(string value)
    {
        HasWrittenError = true;
        Console.Error.WriteLine(GetOutputString(value, SupportsColor(Console.IsErrorRedirected)));
    }

    public override void WriteWarningLine(string message) => WriteLine($"WARNING: {message}");

    public override void WriteVerboseLine(string message) => WriteLine($"VERBOSE: {message}");

    public override void WriteDebugLine(string message) => WriteLine($"DEBUG: {message}");

    public override void WriteProgress(long sourceId, ProgressRecord record)
    {
    }

    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions)
    {
        ShowQuestion(caption, message);
        return descriptions.ToDictionary(field => field.Name, field => PSObject.AsPSObject(Ask(field)));
    }

    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        ShowQuestion(caption, message);
        Write(string.Join("  ", choices.Select(choice => $"[{Key(choice)}] {choice.Label.Replace("&", "", StringComparison.Ordinal)}")) + ": ");
        var answer = ReadLine().Trim();
        var chosen = choices.ToList().FindIndex(choice => answer.Equals(Key(choice), StringComparison.OrdinalIgnoreCase));
        return chosen < 0 ? defaultChoice : chosen;

        static string Key(ChoiceDescription choice) =>
            choice.Label.IndexOf('&', StringComparison.Ordinal) is >= 0 and var at && at + 1 < choice.Label.Length
                ? choice.Label[at + 1].ToString()
                : choice.Label;
    }

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName)
    {
        ShowQuestion(caption, message);
        if (string.IsNullOrEmpty(userName))
        {
            Write("User name (access key): ");
            userName = ReadLine();
        }

        Write("Password (secret key): ");
        return new PSCredential(userName, ReadLineAsSecureString());
    }

    public override PSCredential PromptForCredential(
        string caption, string message, string userName, string targetName, PSCredentialTypes allowedCredentialTypes, PSCredentialUIOptions options) =>
        PromptForCredential(caption, message, userName, targetName);

    private static bool SupportsColor(bool isRedirected) => !isRedirected && Environment.GetEnvironmentVariable("NO_COLOR") is null;

    private static string Plain(string value) => GetOutputString(value, SupportsColor(Console.IsOutputRedirected));

    private object Ask(FieldDescription field)
    {
        Write($"{field.Name}: ");
        var type = field.ParameterTypeFullName;
        if (type == typeof(SecureString).FullName) return ReadLineAsSecureString();
        if (type == typeof(PSCredential).FullName) return PromptForCredential("", "", "", "");
        return type.EndsWith("[]", StringComparison.Ordinal) ? ReadLine().Split(',') : ReadLine();
    }

    private void ShowQuestion(string caption, string message)
    {
        foreach (var line in new[] { caption, message }.Where(line => !string.IsNullOrEmpty(line))) WriteLine(line);
    }
}
