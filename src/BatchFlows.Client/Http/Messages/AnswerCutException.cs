using System;
using System.IO;

namespace BatchFlows.Http;

/// <summary>The connection broke after the answer had begun.</summary>
internal sealed class AnswerCutException(Exception inner) : IOException(inner.Message, inner);
