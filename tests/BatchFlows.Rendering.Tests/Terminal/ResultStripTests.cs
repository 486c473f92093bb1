using System;
using System.Linq;
using BatchFlows.Rendering.Terminal;

namespace BatchFlows.Rendering.Tests.Terminal;

public class ResultStripTests
{
    [Theory]
    [InlineData(false, "✓✗✗■●–○")]
    [InlineData(true, "+xx#>-o")]
    public void Each_result_has_a_sign(bool isPlain, string expected) => Assert.Equal(
        expected,
        ResultStrip.Of(
            [InstanceStatus.Success, InstanceStatus.Fail, InstanceStatus.Timeout, InstanceStatus.Cancel,
                InstanceStatus.Running, InstanceStatus.Skip, InstanceStatus.Wait],
            isPlain));

    [Fact]
    public void Every_status_has_a_plain_sign_of_one_byte_and_a_status_that_is_not_known_too()
    {
        var all = Enum.GetValues<InstanceStatus>().Cast<InstanceStatus?>().Append(null).Append((InstanceStatus)77);
        Assert.All(ResultStrip.Of(all, isPlain: true), sign => Assert.InRange(sign, ' ', '~'));
        Assert.Equal(all.Count(), ResultStrip.Of(all, isPlain: false).Length);
    }
}
