using System.Linq;
using System.Reflection;

namespace BatchFlows.Client.Tests;

public class AllDisagreementsTests
{
    [Fact]
    public void Each_of_the_38_has_a_test()
    {
        var covered = typeof(AllDisagreementsTests).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .SelectMany(method => method.GetCustomAttributes<DisagreementAttribute>())
            .Select(point => point.Number);

        Assert.Empty(Enumerable.Range(1, 38).Except(covered));
    }
}
