using System;
using System.IO;

namespace BatchFlows.Client.Network;

/// <summary>The connection broke after the answer had begun.</summary>
internal sealed class AnswerCutException(Exception inner) : IOException(inner.Message, inner);
