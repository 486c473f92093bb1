namespace BatchFlows.Analysis.Canonical;

/// <summary>What a field is in a file.</summary>
internal enum FieldRole
{
    /// <summary>The same as on the wire.</summary>
    Plain,

    /// <summary>Not in a file.</summary>
    LeftOut,

    /// <summary>A list; on the wire a text with semicolons.</summary>
    Users,

    /// <summary>JSON; on the wire JSON in a text.</summary>
    Json,

    /// <summary>A text, or a reference to the file that holds it.</summary>
    Command,

    /// <summary>A list of objects whose order means nothing.</summary>
    Parts,
}
