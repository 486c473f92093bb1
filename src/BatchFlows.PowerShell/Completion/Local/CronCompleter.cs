using System.Collections.Generic;
using BatchFlows.Completion.Words;

namespace BatchFlows.Completion.Local;

/// <summary>Offers some cron expressions to begin with.</summary>
public sealed class CronCompleter : Completer
{
    private protected override IEnumerable<Offer> Offers(TypedLine line) =>
    [
        Of("0 0 2 * * ?", "every day at 02:00"),
        Of("0 30 * * * ?", "every hour at minute 30"),
        Of("0 0/15 * * * ?", "every 15 minutes"),
        Of("0 0 8 ? * MON-FRI", "Monday to Friday at 08:00"),
        Of("0 0 3 1 * ?", "the first day of each month at 03:00"),
    ];

    private static Offer Of(string cron, string words) => new(cron, $"{cron}  {words}", words);
}
