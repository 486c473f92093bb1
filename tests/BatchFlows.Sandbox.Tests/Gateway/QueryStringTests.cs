using System;
using System.Linq;
using System.Text;
using CsCheck;

namespace BatchFlows.Sandbox.Tests;

public class QueryStringTests
{
    private static readonly Gen<string> Unicode = Gen.OneOf(
        Gen.Int[0, 0x7f], Gen.Int[0, 0xd7ff], Gen.Int[0xe000, 0x10ffff])
        .Array[0, 20].Select(runes => string.Concat(runes.Select(rune => new Rune(rune).ToString())));

    [Fact]
    public void Whatever_was_escaped_decodes_to_itself() =>
        Unicode.Sample(text => QueryString.Decode(Uri.EscapeDataString(text)) == text);

    [Fact]
    public void Whatever_arrives_is_decoded_without_failing() =>
        Gen.String.Sample(text => QueryString.Parse(text) is not null);

    [Theory]
    [InlineData("a+b", "a+b")]
    [InlineData("100%", "100%")]
    [InlineData("%4", "%4")]
    [InlineData("%zz%41", "%zzA")]
    [InlineData("%e4%b8%AD", "中")]
    [InlineData("%2541", "%41")]
    [InlineData("ü", "ü")]
    [InlineData("%C3", "\uFFFD")]
    public void Only_whole_escapes_are_decoded_and_only_once(string encoded, string decoded) =>
        Assert.Equal(decoded, QueryString.Decode(encoded));

    [Theory]
    [InlineData("", "")]
    [InlineData("b=2&a=1", "a=1 b=2")]
    [InlineData("a=1&a=2", "a=1")]
    [InlineData("a&b=", "a= b=")]
    [InlineData("&&a=1&", "a=1")]
    [InlineData("a=1=2", "a=1=2")]
    [InlineData("b=1&B=2&_=3&a=4&Z=5&%C3%A4=6", "B=2 Z=5 _=3 a=4 b=1 ä=6")]
    [InlineData("%61=1&a=2", "a=1")]
    public void Parameters_are_ordered_by_name_and_the_first_of_a_name_counts(string raw, string expected) =>
        Assert.Equal(expected, string.Join(' ', QueryString.Parse(raw).Select(p => p.Key + "=" + p.Value)));
}
