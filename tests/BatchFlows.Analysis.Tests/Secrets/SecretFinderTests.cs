using System;
using System.Linq;
using BatchFlows.Analysis.Secrets;

namespace BatchFlows.Analysis.Tests.Secrets;

public class SecretFinderTests
{
    // Put together here, so that no scanner of repositories takes the samples for leaks.
    private static readonly string Token = "gh" + "p_" + new string('a', 36);

    [Theory]
    [InlineData("curl 'https://anna:s3cr3t!@example.com/a'", "s3cr3t!")]
    [InlineData("jdbc --url jdbc:postgresql://db --user a --password Tulips4", "Tulips4")]
    [InlineData("PGPASSWORD=Tulips4 psql -h db", "Tulips4")]
    [InlineData("export DB_PASSWORD='two words'", "two words")]
    [InlineData("Server=db;User Id=sa;Password=Tulips4;Encrypt=true", "Tulips4")]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=a;AccountKey=abcd+/1234==;Suffix=x", "abcd+/1234==")]
    [InlineData("{\"apiKey\": \"0123456789abcdef\"}", "0123456789abcdef")]
    [InlineData("client_secret: 0123456789abcdef", "0123456789abcdef")]
    [InlineData("token = \"0123456789\"", "0123456789")]
    [InlineData("curl -u anna:Tulips4 https://example.com", "Tulips4")]
    [InlineData("curl --user anna:Tulips4 https://example.com", "Tulips4")]
    [InlineData("curl -H 'Authorization: Bearer abcdef0123456789' https://example.com", "abcdef0123456789")]
    [InlineData("curl -H \"authorization: Basic YW5uYTpUdWxpcHM0\" https://example.com", "YW5uYTpUdWxpcHM0")]
    [InlineData("sshpass -p Tulips4 ssh db", "Tulips4")]
    [InlineData("sshpass -p'Tulips4' ssh db", "Tulips4")]
    [InlineData("mysql -h db -u root -pTulips4 < a.sql", "Tulips4")]
    [InlineData("echo x\r\n# \u4f60\U0001F600\nmy_token=0123456789", "0123456789")]
    public void Secret_IsFound(string command, string secret)
    {
        var span = Assert.Single(SecretFinder.Find(command));

        Assert.Equal(secret, command.Substring(span.Start, span.Length));
    }

    [Fact]
    public void TokenWithAKnownForm_IsFoundWithItsPlace()
    {
        var span = Assert.Single(SecretFinder.Find($"echo\n  login {Token}\n"));

        Assert.Equal((SecretKind.Token, 2, 9, Token.Length), (span.Kind, span.Line, span.Column, span.Length));
    }

    [Fact]
    public void KeysAndTokensOfKnownForms_AreFound()
    {
        foreach (var text in new[]
        {
            "AK" + "IA" + "ABCDEFGHIJKLMNOP", "AI" + "za" + new string('b', 35), "gl" + "pat-" + new string('c', 20),
            "xo" + "xb-" + new string('1', 12),
            "ey" + "J" + new string('a', 12) + ".ey" + "J" + new string('b', 12) + "." + new string('c', 12),
            "-----BEGIN RSA PRIVATE " + "KEY-----\nMIIE\n-----END", "-----BEGIN PRIVATE " + "KEY-----\nMIIE\n-----END",
        })
            Assert.True(SecretFinder.Find($"a {text} b").Count == 1, text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("echo hello")]
    [InlineData("curl https://example.com:8080/a@b")]
    [InlineData("git clone git@example.com:a/b")]
    [InlineData("psql --password \"$DB_PASSWORD\"")]
    [InlineData("export DB_PASSWORD=${DB_PASSWORD}")]
    [InlineData("export DB_PASSWORD=$(vault read -field=password secret/db)")]
    [InlineData("password = os.environ['DB_PASSWORD']")]
    [InlineData("token = read_token()")]
    [InlineData("token=self.tokens[0]")]
    [InlineData("run --password-file /run/secrets/db")]
    [InlineData("run --token-url https://example.com/token")]
    [InlineData("SELECT * FROM t WHERE token_count = 12345")]
    [InlineData("if [ \"$token\" == \"expected\" ]; then echo; fi")]
    [InlineData("curl 'https://anna:${password}@example.com'")]
    [InlineData("curl -u \"$USER:$PASSWORD\" https://example.com")]
    [InlineData("curl -H \"Authorization: Bearer ${token}\" https://example.com")]
    [InlineData("mysql -u root -p < a.sql")]
    [InlineData("password: <your password>")]
    [InlineData("password: ********")]
    [InlineData("tokenize --keys a,b --monkey see")]
    [InlineData("sort -k 2 --key=2,3")]
    [InlineData("echo 'Enter the password: '")]
    [InlineData("password=None")]
    public void TextWithoutSecret_IsLeftAlone(string command) => Assert.Empty(SecretFinder.Find(command));

    [Theory]
    [InlineData("db_password", "Tulips4", true)]
    [InlineData("api_key", "0123", true)]
    [InlineData("db_password", "${vault_password}", false)]
    [InlineData("db_password", "", false)]
    [InlineData("passwords_table", "t", false)]
    [InlineData("url", "https://anna:Tulips4@example.com", true)]
    public void ParameterWhoseNameSaysSo_IsASecret(string key, string value, bool isFound)
    {
        var flow = new FlowDefinition
        {
            Parameters = new ParameterList(
            new[] { new FlowParameter("a", "b"), new FlowParameter(key, value) })
        };

        Assert.Equal(isFound ? ["parameters[1].value"] : [], SecretFinder.Find(flow).Select(secret => secret.Field));
    }

    [Fact]
    public void Secrets_DoNotOverlap() =>
        Assert.Equal(
            2,
            SecretFinder.Find($"token={Token} url=https://a:b@c password='https://d:eeee@f'")
                .Count(span => span.Length > 1));
}
