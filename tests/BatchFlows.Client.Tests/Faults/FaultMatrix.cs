using System;
using System.Collections.Generic;
using System.Linq;

namespace BatchFlows.Client.Tests;

/// <summary>
/// What comes of each fault: for a call that reads and for one that changes, when it happens once and when it always
/// happens, and when it is the request for the token that it happens to. This table is what the client promises, and
/// what the tests check for each operation.
/// </summary>
/// <remarks>
/// A cell is the outcome, or the kind of the error, and the number of attempts. "done" tells whether the work of a
/// change was done although the call failed; what succeeds was done once. "says" is a part of the error's message: of
/// the service's call / of the token's; "repeat says" is that of a change which was refused as one that was made. A
/// dash is a fault that the token service does not have.
/// </remarks>
internal static class FaultMatrix
{
    private const string Table = """
        fault                      | read once           | read always           | change once           | change always         | token once          | token always          | done | says | repeat says
        Latency                    | ok 1                | ok 1                  | ok 1                  | ok 1                  | -                   | -                     |      |
        LatencyBeyondLimit         | RequestTimedOut 1   | RequestTimedOut 1     | OutcomeUnknown 1      | OutcomeUnknown 1      | -                   | -                     | no   | no answer within 100 s
        Hang                       | RequestTimedOut 1   | RequestTimedOut 1     | OutcomeUnknown 1      | OutcomeUnknown 1      | RequestTimedOut 1   | RequestTimedOut 1     | no   | no answer within 100 s
        SlowDripWithinLimit        | ok 1                | ok 1                  | ok 1                  | ok 1                  | -                   | -                     |      |
        SlowDrip                   | RequestTimedOut 1   | RequestTimedOut 1     | OutcomeUnknown 1      | OutcomeUnknown 1      | RequestTimedOut 1   | RequestTimedOut 1     | yes  | no answer within 100 s
        EndlessBody                | ResponseInvalid 1   | ResponseInvalid 1     | OutcomeUnknown 1      | OutcomeUnknown 1      | ResponseInvalid 1   | ResponseInvalid 1     | yes  | larger than 1 MB
        DropBefore                 | ok 2                | ConnectionFailed 5    | OutcomeUnknown 1      | OutcomeUnknown 1      | ok 2                | ConnectionFailed 5    | no   | no answer from
        DropAfter                  | ok 2                | ConnectionFailed 5    | OutcomeUnknown 1      | OutcomeUnknown 1      | ok 2                | ConnectionFailed 5    | yes  | no answer from
        CutBody                    | ok 2                | ResponseInvalid 5     | OutcomeUnknown 1      | OutcomeUnknown 1      | ok 2                | ResponseInvalid 5     | yes  | in the middle of the answer
        MalformedJson              | ok 2                | ResponseInvalid 5     | OutcomeUnknown 1      | OutcomeUnknown 1      | ok 2                | ResponseInvalid 5     | yes  | JSON that ends early
        EmptyBody                  | ok 2                | ResponseInvalid 5     | OutcomeUnknown 1      | OutcomeUnknown 1      | ok 2                | ResponseInvalid 5     | yes  | an empty body
        Html                       | ResponseInvalid 1   | ResponseInvalid 1     | OutcomeUnknown 1      | OutcomeUnknown 1      | ResponseInvalid 1   | ResponseInvalid 1     | no   | not JSON
        WrongContentType           | ok 1                | ok 1                  | ok 1                  | ok 1                  | ok 1                | ok 1                  |      |
        Redirect                   | ResponseInvalid 1   | ResponseInvalid 1     | ResponseInvalid 1     | ResponseInvalid 1     | ResponseInvalid 1   | ResponseInvalid 1     | no   | sends the call on to
        TooManyRequests            | ok 2                | RateLimited 5         | ok 2                  | RateLimited 5         | ok 2                | RateLimited 5         | no   | API rate limit exceeded
        TooManyRequestsWithSeconds | ok 2                | RateLimited 5         | ok 2                  | RateLimited 5         | ok 2                | RateLimited 5         | no   | API rate limit exceeded
        TooManyRequestsWithDate    | ok 2                | RateLimited 5         | ok 2                  | RateLimited 5         | ok 2                | RateLimited 5         | no   | API rate limit exceeded
        InternalServerError        | ok 2                | ServiceFailed 5       | OutcomeUnknown 1      | OutcomeUnknown 1      | ok 2                | ServiceFailed 5       | no   | An unexpected error occurred
        BadGateway                 | ok 2                | ServiceFailed 5       | OutcomeUnknown 1      | OutcomeUnknown 1      | ok 2                | ServiceFailed 5       | no   | HTTP 502
        ServiceUnavailable         | ok 2                | ServiceFailed 5       | ok 2                  | OutcomeUnknown 5      | ok 2                | ServiceFailed 5       | no   | Service unavailable
        ServiceFailed              | ServiceFailed 1     | ServiceFailed 1       | ServiceFailed 1       | ServiceFailed 1       | ok 2                | ServiceFailed 5       | no   | code 62109 / code 1005
        AccessDenied               | AccessDenied 1      | AccessDenied 1        | AccessDenied 1        | AccessDenied 1        | AccessDenied 1      | AccessDenied 1        | no   | User has no privilege / Your IP address is not allowed
        Unauthorized               | ok 2                | SignatureRefused 3    | ok 2                  | SignatureRefused 3    | CredentialRefused 1 | CredentialRefused 1   | no   | Invalid authentication credentials
        ExpiredToken               | ok 2                | TokenRefused 3        | ok 2                  | TokenRefused 3        | TokenRefused 1      | TokenRefused 1        | no   | code 1203
        LateTooManyRequests        | ok 2                | RateLimited 5         | OutcomeUnknown 2      | RateLimited 5         | ok 2                | RateLimited 5         | yes  | API rate limit exceeded | code 62102
        LateServiceUnavailable     | ok 2                | ServiceFailed 5       | OutcomeUnknown 2      | OutcomeUnknown 5      | ok 2                | ServiceFailed 5       | yes  | Service unavailable | code 62102
        LateUnauthorized           | ok 2                | SignatureRefused 3    | OutcomeUnknown 2      | SignatureRefused 3    | CredentialRefused 1 | CredentialRefused 1   | yes  | Invalid authentication credentials | code 62102
        LateExpiredToken           | ok 2                | TokenRefused 3        | OutcomeUnknown 2      | TokenRefused 3        | TokenRefused 1      | TokenRefused 1        | yes  | code 1203 | code 62102
        HugeBody                   | ResponseInvalid 1   | ResponseInvalid 1     | OutcomeUnknown 1      | OutcomeUnknown 1      | ResponseInvalid 1   | ResponseInvalid 1     | yes  | larger than 1 MB
        HostileText                | AccessDenied 1      | AccessDenied 1        | AccessDenied 1        | AccessDenied 1        | AccessDenied 1      | AccessDenied 1        | no   | User �[31mhas
        CutPage                    | ok 1                | ok 1                  | ok 1                  | ok 1                  | ok 1                | ok 1                  |      |
        PageAfterAddition          | ok 1                | ok 1                  | ok 1                  | ok 1                  | ok 1                | ok 1                  |      |
        PageAfterDeletion          | ok 1                | ok 1                  | ok 1                  | ok 1                  | ok 1                | ok 1                  |      |
        NewTokens                  | ok 4                | ok 4                  | ok 4                  | ok 4                  | -                   | -                     |      | 
        TokenLifetimeMissing       | ok 2                | ok 2                  | ok 2                  | ok 2                  | -                   | -                     |      | 
        TokenLifetimeZero          | ok 2                | ok 2                  | ok 2                  | ok 2                  | -                   | -                     |      | 
        TokenLifetimeNegative      | ok 2                | ok 2                  | ok 2                  | ok 2                  | -                   | -                     |      | 
        TokenLifetimeText          | ok 2                | ok 2                  | ok 2                  | ok 2                  | -                   | -                     |      | 
        TokenLifetimeHuge          | ok 2                | ok 2                  | ok 2                  | ok 2                  | -                   | -                     |      | 
        ExpiredTokens              | ok 2                | ok 2                  | ok 2                  | ok 2                  | -                   | -                     |      |
        ClockSkew                  | SignatureRefused 3  | SignatureRefused 3    | SignatureRefused 3    | SignatureRefused 3    | -                   | -                     | no   | 1200 s behind
        WrongCertificate           | CertificateRejected 1 | CertificateRejected 1 | CertificateRejected 1 | CertificateRejected 1 | CertificateRejected 1 | CertificateRejected 1 | no | no trusted connection
        """;

    /// <summary>
    /// Operations whose calls come out otherwise than those of the others, once and always, but for faults of the
    /// token.
    /// </summary>
    private const string Exceptions = """
        Get Task Instance Log    | ServiceFailed          | InstanceNotFound 1 | InstanceNotFound 1
        Cancel Flow Instance     | ServiceUnavailable     | OutcomeUnknown 1   | OutcomeUnknown 1
        Save Flow                | ServiceUnavailable     | OutcomeUnknown 1   | OutcomeUnknown 1
        Trigger Flow             | ServiceUnavailable     | OutcomeUnknown 1   | OutcomeUnknown 1
        Trigger Flow From Task   | ServiceUnavailable     | OutcomeUnknown 1   | OutcomeUnknown 1
        Update And Trigger Flow  | ServiceUnavailable     | OutcomeUnknown 1   | OutcomeUnknown 1
        Cancel Flow Instance     | LateServiceUnavailable | OutcomeUnknown 1   | OutcomeUnknown 1
        Save Flow                | LateServiceUnavailable | OutcomeUnknown 1   | OutcomeUnknown 1
        Trigger Flow             | LateServiceUnavailable | OutcomeUnknown 1   | OutcomeUnknown 1
        Trigger Flow From Task   | LateServiceUnavailable | OutcomeUnknown 1   | OutcomeUnknown 1
        Update And Trigger Flow  | LateServiceUnavailable | OutcomeUnknown 1   | OutcomeUnknown 1
        Disable Flow             | LateServiceUnavailable | ok 2               | OutcomeUnknown 5
        Enable Flow              | LateServiceUnavailable | ok 2               | OutcomeUnknown 5
        Cancel Flow Instance     | LateTooManyRequests    | ok 2               | RateLimited 5
        Disable Flow             | LateTooManyRequests    | ok 2               | RateLimited 5
        Enable Flow              | LateTooManyRequests    | ok 2               | RateLimited 5
        Cancel Flow Instance     | LateUnauthorized       | ok 2               | SignatureRefused 3
        Disable Flow             | LateUnauthorized       | ok 2               | SignatureRefused 3
        Enable Flow              | LateUnauthorized       | ok 2               | SignatureRefused 3
        Cancel Flow Instance     | LateExpiredToken       | ok 2               | TokenRefused 3
        Disable Flow             | LateExpiredToken       | ok 2               | TokenRefused 3
        Enable Flow              | LateExpiredToken       | ok 2               | TokenRefused 3
        """;

    private static readonly Dictionary<(string Operation, string Fault), FaultOutcome[]> Others =
        Exceptions.Split('\n').Select(line => Cells(line)).ToDictionary(
            cells => (cells[0], cells[1]),
            cells => new[] { FaultOutcome.Parse(cells[2]), FaultOutcome.Parse(cells[3]) });

    /// <summary>The change that makes a temporary copy only.</summary>
    public const string Draft = "Load Flow For Edit";

    public static IReadOnlyList<FaultRow> Rows { get; } =
        [.. Table.Split('\n').Skip(1).Select(line => FaultRow.Parse(Cells(line)))];

    private static string[] Cells(string line) => [.. line.Split('|').Select(cell => cell.Trim())];

    public static FaultRow Row(string fault) => Rows.Single(row => row.Fault == fault);

    public static FaultOutcome? Expected(FaultRow row, string operation, bool isRead, bool isToken, bool isAlways) =>
        isToken ? row.Token?[isAlways ? 1 : 0]
        : operation == Draft ? OfDraft(row, isAlways)
        : (Others.TryGetValue((operation, row.Fault), out var other) ? other : isRead ? row.Read : row.Change)
            [isAlways ? 1 : 0];

    /// <summary>It is sent as often as a change, and leaves as little open as a read.</summary>
    private static FaultOutcome OfDraft(FaultRow row, bool isAlways)
    {
        var change = row.Change[isAlways ? 1 : 0];
        return change is { Kind: FailureKind.OutcomeUnknown, Attempts: 1 }
            ? change with { Kind = row.Read[1].Kind }
            : row.Read[isAlways ? 1 : 0];
    }
}

/// <summary>What comes of a call.</summary>
/// <param name="Kind">The kind of the error; null when the call succeeds.</param>
internal readonly record struct FaultOutcome(FailureKind? Kind, int Attempts)
{
    public bool IsUnknownRepeat => Kind == FailureKind.OutcomeUnknown && Attempts > 1;

    public static FaultOutcome Parse(string cell) => cell.Split(' ') is [var outcome, var attempts]
        ? new(outcome == "ok" ? null : Enum.Parse<FailureKind>(outcome),
            int.Parse(attempts, System.Globalization.CultureInfo.InvariantCulture))
        : throw new FormatException($"'{cell}' is no outcome.");

    public override string ToString() => $"{Kind?.ToString() ?? "ok"} {Attempts}";
}

/// <summary>A row of the table: once and always for each.</summary>
internal sealed record FaultRow(
    string Fault, FaultOutcome[] Read, FaultOutcome[] Change, FaultOutcome[]? Token, bool IsDone, string Says,
    string TokenSays, string RepeatSays)
{
    public static FaultRow Parse(string[] cells)
    {
        var says = cells[8].Split(" / ");
        return new(cells[0], Pair(1), Pair(3), cells[5] == "-" ? null : Pair(5), cells[7] == "yes", says[0], says[^1],
            cells.Length > 9 ? cells[9] : says[0]);

        FaultOutcome[] Pair(int first) => [FaultOutcome.Parse(cells[first]), FaultOutcome.Parse(cells[first + 1])];
    }

    public override string ToString() => Fault;
}
