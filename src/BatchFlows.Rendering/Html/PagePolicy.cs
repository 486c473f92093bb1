using System;
using System.Security.Cryptography;
using System.Text;

namespace BatchFlows.Rendering.Html;

/// <summary>Sources of a page's content security policy.</summary>
internal static class PagePolicy
{
    /// <summary>Allows one style sheet or script that stands in the page, and no other.</summary>
    public static string HashOf(string text)
    {
        using var hash = SHA256.Create();
        return $"'sha256-{Convert.ToBase64String(hash.ComputeHash(Encoding.UTF8.GetBytes(text)))}'";
    }
}
