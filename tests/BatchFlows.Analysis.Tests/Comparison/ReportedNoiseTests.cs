using System.Linq;
using BatchFlows.Analysis.Comparison;

namespace BatchFlows.Analysis.Tests;

/// <summary>
/// What users of other tools that compare definitions have reported: differences where nothing had changed, and
/// changes that were not seen.
/// </summary>
public class ReportedNoiseTests
{
    [Theory]
    [InlineData( // a plan that never ends, because the service orders the fields of a text with JSON
        """{"parameters":"[{\"key\":\"k\",\"value\":\"v\"}]"}""",
        """{"parameters":"[{\"value\":\"v\",\"key\":\"k\"}]"}""")]
    [InlineData( // the same in objects of a list
        """{"env":[{"name":"A","value":"1"},{"name":"B"}]}""", """{"env":[{"value":"1","name":"A"},{"name":"B"}]}""")]
    [InlineData("""{"tasks":[],"owners":"","desc":null}""", "{}")] // an empty list against none
    [InlineData("""{"zone":{"replicas":3,"on":true}}""", """{"zone":{"replicas":"3","on":"true"}}""")]
    [InlineData(
        """{"createTime":"2024","tasks":[{"name":"t","taskId":1}]}""", """{"tasks":[{"name":"t","taskId":2}]}""")]
    [InlineData("""{"owners":"a;b"}""", """{"owners":["b","a"]}""")]
    public void What_means_the_same_is_no_difference(string one, string other)
    {
        Assert.Empty(Compare(one, other));
        Assert.Empty(Compare(other, one));
    }

    [Theory]
    [InlineData("""{"rules":null}""", """{"rules":{}}""", " rules: + '{}'")] // all in place of none
    [InlineData("""{"x":[1,2]}""", """{"x":[2,1]}""", " x: '[\n  1,\n  2\n]' -> '[\n  2,\n  1\n]'")]
    [InlineData("""{"x":"1.0"}""", """{"x":"1"}""", " x: '1.0' -> '1'")] // a version, not a number
    [InlineData("""{"desc":"a b"}""", """{"desc":"a  b"}""", " Description: 'a b' -> 'a  b'")]
    [InlineData("""{"desc":"a\n"}""", """{"desc":"a\r\n"}""", " Description: 'a\n' -> 'a\r\n'")]
    [InlineData("""{"desc":"a"}""", """{"desc":"A"}""", " Description: 'a' -> 'A'")]
    [InlineData("""{"desc":"\u00e4"}""", """{"desc":"a\u0308"}""", " Description: '\u00e4' -> 'a\u0308'")]
    public void What_means_something_else_is_one(string one, string other, string expected) =>
        Assert.Equal([expected], Compare(one, other));

    private static string[] Compare(string one, string other) =>
        [.. FlowComparison.Of(FlowDefinition.Parse(one), FlowDefinition.Parse(other)).Select(found => $"{found}")];
}
