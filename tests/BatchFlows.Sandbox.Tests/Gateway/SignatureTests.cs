using System.Text;

namespace BatchFlows.Sandbox.Tests;

/// <summary>The worked examples of the documents, from the bytes on the wire to the digest.</summary>
public class SignatureTests
{
    [Theory]
    [InlineData(
        "flowId=2924&userId=u1&orgId=o1&action=export", "",
        "dded59c6f17f206d03c3b17aa911e1cfc8398f425c8773865a761ca937c4efed")]
    [InlineData(
        "userId=u1&orgId=o1&action=getMyFlow&expression=a%20b%3Bc", "",
        "1b0b9a15c732400522f514b30aa7a726b80c21a89d0cf39f16425d0dd8728e19")]
    [InlineData(
        "action=trigger&userId=u1&orgId=o1", """{"flowId":3377,"triggerTime":1574385824000}""",
        "c7eb578867f30bba6549b7c9f7f5088740d7f559fe1ee54f24573944fc25cad5")]
    public void Calls_are_signed_as_in_the_worked_examples(string query, string body, string expected) =>
        Assert.Equal(expected, Signature.OfCall(
            "exampleToken", QueryString.Parse(query), Encoding.UTF8.GetBytes(body), "1600000000000", Caller.SecretKey));

    [Fact]
    public void Token_requests_are_digested_as_in_the_worked_example() => Assert.Equal(
        "50553b66db748e12b77681f0de2c2ace8d70f8d46b305d1ffe5cb3e592e6fdad",
        Signature.OfTokenRequest(Caller.AccessKey, "1600000000000", Caller.SecretKey));

    [Fact]
    public void A_body_counts_byte_for_byte_even_when_it_is_not_text()
    {
        var query = QueryString.Parse("a=1");
        Assert.NotEqual(
            Signature.OfCall("t", query, [0xff], "1", "s"),
            Signature.OfCall("t", query, Encoding.UTF8.GetBytes("\uFFFD"), "1", "s"));
    }

    [Theory]
    [InlineData("abc", "abc", true)]
    [InlineData("abc", "abd", false)]
    [InlineData("abc", "xbc", false)]
    [InlineData("abc", "ABC", false)]
    [InlineData("abc", "ab", false)]
    [InlineData("abc", "", false)]
    public void Digests_match_only_as_a_whole(string expected, string given, bool matches) =>
        Assert.Equal(matches, Signature.Matches(expected, given));
}
