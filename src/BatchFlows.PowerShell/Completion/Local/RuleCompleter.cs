using System.Collections.Generic;
using System.Linq;
using BatchFlows.Analysis.Rules;
using BatchFlows.Completion.Words;

namespace BatchFlows.Completion.Local;

/// <summary>Completes IDs of rules, which are found by their titles as well.</summary>
public sealed class RuleCompleter : Completer
{
    private protected override IEnumerable<Offer> Offers(TypedLine line) => AllRules.List.Select(rule => rule.About)
        .Select(rule => new Offer(rule.RuleId, $"{rule.RuleId}  {rule.Title}", rule.Explanation));
}
