using System.Text.RegularExpressions;

namespace BatchFlows.Analysis.Secrets;

/// <summary>
/// A form of secrets in a text. Each pattern begins with fixed text, which the engine finds quickly, and repetitions
/// are bounded, so that its time grows with the length of the text only: a command can be a megabyte of SQL.
/// </summary>
/// <param name="Form">The group <c>secret</c> is what must not be shown.</param>
internal sealed record SecretPattern(SecretKind Kind, Regex Form)
{
    private const string Name =
        "password|passwd|passphrase|pwd|secret|token|api[_-]?key|access[_-]?key|account[_-]?key|private[_-]?key"
            + "|shared[_-]?access[_-]?(?:key|signature)";

    /// <summary>Names such as token_url and password-file, whose value is not the secret itself.</summary>
    private const string NotTheSecret =
        "(?![_-]?(?:s\\b|file|path|dir|name|id\\b|url|uri|env|var|ttl|type|count|length|len\\b|expir|lifetime|policy"
            + "|field|column|table|bucket|prefix|suffix|header|hash|manager|version|arn))";

    public static SecretPattern[] All { get; } =
    [
        new(
            SecretKind.PrivateKey,
            Pattern("-----BEGIN (?:[A-Z0-9]{1,12} )?(?:ENCRYPTED )?PRIVATE KEY(?: BLOCK)?-----"
                + "(?<secret>[^-]{1,20000})")),
        new(
            SecretKind.AccessKey,
            Pattern("(?<secret>A(?:KIA[0-9A-Z]{16}|SIA[0-9A-Z]{16}|Iza[0-9A-Za-z_-]{35}))(?![A-Za-z0-9])")),
        new(
            SecretKind.Token,
            Pattern("(?<secret>gh[pousr]_[0-9A-Za-z]{36}|github_pat_[0-9A-Za-z_]{40,90}"
                + "|glpat-[0-9A-Za-z_-]{20}|xox[abeoprs]-[0-9A-Za-z-]{10,80}|sk_live_[0-9A-Za-z]{16,99}"
                + "|npm_[0-9A-Za-z]{36}|hf_[0-9A-Za-z]{34}|SG\\.[0-9A-Za-z_-]{22}\\.[0-9A-Za-z_-]{43}"
                + "|eyJ[0-9A-Za-z_-]{10,2000}\\.eyJ[0-9A-Za-z_-]{10,4000}\\.[0-9A-Za-z_-]{10,1000})")),
        new(
            SecretKind.Token,
            Pattern("(?i:authorization)[\"']?\\s{0,3}:\\s{0,3}[\"']?(?i:bearer|basic)\\s{1,3}"
                + "(?<secret>[^\\s\"'$<{]{6,2000})")),
        new(
            SecretKind.PasswordInAddress,
            Pattern("://[^\\s:/@'\"]{0,100}:(?<secret>[^\\s/@'\"]{1,200})@")),
        new(
            SecretKind.Password,
            Pattern("curl\\b[^\\n|;&]{0,300}?\\s(?:-u|--user)[ =]?[\"']?[^\\s:\"'$]{1,60}:"
                + "(?<secret>[^\\s\"'$]{1,200})"
                + "|sshpass\\s{1,3}-p\\s?[\"']?(?<secret>[^\\s\"'$]{1,200})"
                + "|mysql(?:dump|admin)?\\s[^\\n|;&]{0,300}?(?<=\\s)-p[\"']?"
                + "(?<secret>[^\\s\"'$-][^\\s\"']{0,200})")),
        new(
            SecretKind.Password,
            Pattern("(?i:(?:" + Name + ")" + NotTheSecret + "[\\w-]{0,12}[\"']?"
                + "(?:[ \\t]{0,3}(?::=|=>|=(?!=)|:)[ \\t]{0,3}|(?<=--?[\\w-]{1,60})[ \\t]))"
                + "(?:(?<quote>[\"'])(?<secret>[^\"'\\n]{4,200})\\k<quote>|(?<secret>[^\\s\"';,&|)}\\]<>(]{4,200}))")),
    ];

    private static Regex Pattern(string form) => new(form, RegexOptions.CultureInvariant);
}
