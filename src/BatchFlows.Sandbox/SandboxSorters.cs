namespace BatchFlows.Sandbox;

/// <summary>Which spelling of sorter fields the service accepts.</summary>
public enum SandboxSorters
{
    /// <summary>Both.</summary>
    Any,

    /// <summary>Such as <c>updateTime</c>.</summary>
    CamelCase,

    /// <summary>Such as <c>update_time</c>.</summary>
    SnakeCase,
}
