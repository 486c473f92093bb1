using System.Collections.Generic;
using System.Linq;

namespace BatchFlows.Model.Definitions;

/// <summary>The links of both kinds.</summary>
internal static class DefinitionLinks
{
    /// <summary>All links of a flow, those to whole flows first.</summary>
    public static IEnumerable<Link> Links(this FlowDefinition definition) =>
        definition.FlowLinks.Concat<Link>(definition.TaskLinks);
}
