using System;
using System.Collections.Generic;
using System.Linq;

namespace BatchFlows.Tests;

/// <summary>
/// Tests over whole lists: they must name each place that was forgotten, which the framework's own assertions cut
/// short.
/// </summary>
internal static class Lists
{
    public static void AssertComplete(IEnumerable<string> complaints)
    {
        var all = complaints.ToList();
        if (all.Count > 0) Assert.Fail(string.Join(Environment.NewLine, all));
    }
}
