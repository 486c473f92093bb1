using System.Collections.Generic;
using BatchFlows.Analysis.Rules.Commands;
using BatchFlows.Analysis.Rules.File;
using BatchFlows.Analysis.Rules.Graph;
using BatchFlows.Analysis.Rules.Limits;
using BatchFlows.Analysis.Rules.Links;
using BatchFlows.Analysis.Rules.Parameters;
using BatchFlows.Analysis.Rules.People;
using BatchFlows.Analysis.Rules.Portability;
using BatchFlows.Analysis.Rules.Retries;
using BatchFlows.Analysis.Rules.Schedule;

namespace BatchFlows.Analysis.Rules;

/// <summary>The list of all rules, in the order of their IDs.</summary>
internal static class AllRules
{
    public static IReadOnlyList<Rule> List { get; } =
    [
        new IncompleteSuppression(),
        new Circle(), new DoubledTaskName(), new UnknownTask(), new RelationToNothing(), new DoubledRelation(),
        new IsolatedTask(), new UnusedLink(), new RelationWithoutLink(), new LinkToUnknownTask(),
        new LinkBehindTasks(), new DoubledLinkId(), new NoTasks(),
        new WrongCron(), new NeverFires(), new CronAgainstCycle(), new StartInGap(), new WrongStartDate(),
        new FutureStart(), new NoCron(), new UnknownCycle(), new TooOften(),
        new Cpu(), new Memory(), new Parallel(), new NoKey(), new KeyFields(), new UnknownMode(),
        new NoTimeout(), new NegativeNumber(), new ManyRetries(), new LongTimeout(),
        new UnknownFlow(), new UnknownLinkedTask(), new TaskNotForLinks(), new FlowsInCircle(),
        new NoOwner(), new SingleOwner(), new NoAlert(),
        new UndefinedVariable(), new UnusedParameter(), new UnknownSystemVariable(), new DoubledParameter(),
        new CarriageReturn(), new OpenHeredoc(), new Secret(), new RemovalOfUnset(), new NoCommand(),
        new OpenQuote(), new FailureIgnored(),
        new PersonalPath(), new FileNameOfFlow(), new NamesThatDifferByCase(), new UnknownType(),
    ];
}
