using System;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using BatchFlows.Model.Connections;

namespace BatchFlows.Model.Tests;

/// <summary>
/// The text of the file of profiles: nothing in it is lost, and nothing in it is taken for something else.
/// </summary>
public class ProfileBookTests
{
    private const string Text =
        """
        { "$schema": "x", "profiles": { "one": { "gateway": "https://a", "Read_Only": true, "note": [ 1.50, { "x": null } ] },
        "two": { "maxRequestsPerSecond": "0.5", "later": "\ud83d\ude00" } }, "more": 1e3 }
        """;

    [Fact]
    public void Without_a_change_a_profile_is_written_as_it_came()
    {
        var book = Read(Text);

        foreach (var profile in book.Profiles)
            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Text), JsonNode.Parse(book.With(profile))));
    }

    [Fact]
    public void A_change_and_a_removal_leave_everything_else()
    {
        var book = Read(Text);
        var one = book.Find("ONE")!;
        one.IsReadOnly = false;
        var expected = JsonNode.Parse(Text)!;
        expected["profiles"]!["one"]!["Read_Only"] = false;

        Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(book.With(one))));
        expected["profiles"]!.AsObject().Remove("one");
        Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(Read(book.With(one)).Without("One"))));
    }

    [Fact]
    public void A_first_profile_can_be_read_again()
    {
        var profile = new FlowProfile("a\"b", default) { Gateway = "https://a", CertificateAuthorities = ["/x", "y"] };

        var read = Assert.Single(Read(ProfileBook.Empty.With(profile)).Profiles);

        Assert.Equal(("a\"b", "https://a"), (read.Name, read.Gateway));
        Assert.Equal(["/x", "y"], read.CertificateAuthorities);
    }

    [Theory]
    [InlineData("readOnly")]
    [InlineData("protected")]
    [InlineData("skipCertificateCheck")]
    [InlineData("proxyUseDefaultCredentials")]
    [InlineData("noProxy")]
    [InlineData("operationTimeoutSeconds")]
    [InlineData("maximumRetryCount")]
    [InlineData("maxRequestsPerSecond")]
    [InlineData("certificateAuthorities")]
    public void A_value_that_is_not_understood_is_no_default(string field)
    {
        foreach (var value in (string[])["\"maybe\"", "-1", "{}"])
        {
            var failure = Assert.Throws<FormatException>(
                () => Read($$"""{ "profiles": { "p": { "{{field}}": {{value}} } } }"""));
            Assert.Contains($"'{field}'", failure.Message, StringComparison.Ordinal);
        }

        Assert.Single(Read($$"""{ "profiles": { "p": { "{{field}}": null } } }""").Profiles);
    }

    [Fact]
    public void Each_setting_that_is_no_text_is_checked()
    {
        var settings = typeof(FlowProfile).GetProperties()
            .Where(property => property.CanWrite || property.GetSetMethod(nonPublic: true) is not null)
            .Where(property => property.PropertyType != typeof(string));

        // As many as the rows of the test above.
        Assert.Equal(9, settings.Count());
    }

    private static ProfileBook Read(string text) => ProfileBook.Parse(Encoding.UTF8.GetBytes(text));
}
