using BatchFlows.Client.Messages;

namespace BatchFlows.Client.Tokens;

/// <summary>
/// A token, or the answer that refused one; both when a token is still good that could not be refreshed.
/// </summary>
internal sealed record TokenResult(Token? Token, ServiceResponse? Refusal);
