using BatchFlows.Client.Messages;

namespace BatchFlows.Client.Tokens;

/// <summary>
/// A token, or the answer that refused one; both if the old token is still valid but could not be refreshed.
/// </summary>
internal sealed record TokenResult(Token? Token, ServiceResponse? Refusal);
